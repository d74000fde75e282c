package dev.baton.workflow;

import dev.baton.trailreview.ReviewState;
import dev.baton.trailreview.TrailReviews;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The three tasks of {@code audit-trail-review.bpmn}. */
@Configuration(proxyBeanMethods = false)
class ReviewDuties {

    /** Looking at the sample. */
    static final class Look extends ReviewDuty {
        Look(ObjectProvider<TrailReviews> reviews) {
            super("trail-review", AuditTrailReview.TASK_REVIEW, ReviewState.OPEN, reviews);
        }
    }

    /** Looking at what the reviewer did themselves. */
    static final class LookAtOwnActs extends ReviewDuty {
        LookAtOwnActs(ObjectProvider<TrailReviews> reviews) {
            super("trail-second-review", AuditTrailReview.TASK_OWN_ACTS, ReviewState.SECOND, reviews);
        }
    }

    /** Verifying a review in which something critical was found. */
    static final class Verify extends ReviewDuty {
        Verify(ObjectProvider<TrailReviews> reviews) {
            super("trail-verification", AuditTrailReview.TASK_VERIFY, ReviewState.VERIFICATION, reviews);
        }
    }

    @Bean
    Look lookDuty(ObjectProvider<TrailReviews> reviews) {
        return new Look(reviews);
    }

    @Bean
    LookAtOwnActs lookAtOwnActsDuty(ObjectProvider<TrailReviews> reviews) {
        return new LookAtOwnActs(reviews);
    }

    @Bean
    Verify verifyDuty(ObjectProvider<TrailReviews> reviews) {
        return new Verify(reviews);
    }
}
