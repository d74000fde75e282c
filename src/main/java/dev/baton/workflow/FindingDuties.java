package dev.baton.workflow;

import dev.baton.trailreview.FindingState;
import dev.baton.trailreview.FindingView;
import dev.baton.trailreview.TrailFindings;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two tasks of {@code trail-finding.bpmn}. */
@Configuration(proxyBeanMethods = false)
class FindingDuties {

    /** Doing something about a finding. */
    static final class Answer extends FindingDuty {
        Answer(ObjectProvider<TrailFindings> findings) {
            super("trail-finding", AuditTrailReview.TASK_ANSWER, FindingState.OPEN, findings);
        }

        @Override
        List<String> people(FindingView finding) {
            return List.of(finding.responsible());
        }
    }

    /** Saying whether that is enough. */
    static final class Judge extends FindingDuty {
        Judge(ObjectProvider<TrailFindings> findings) {
            super("trail-finding-answer", AuditTrailReview.TASK_JUDGE, FindingState.ANSWERED, findings);
        }

        @Override
        List<String> people(FindingView finding) {
            return judges(finding);
        }
    }

    @Bean
    Answer answerFindingDuty(ObjectProvider<TrailFindings> findings) {
        return new Answer(findings);
    }

    @Bean
    Judge judgeAnswerDuty(ObjectProvider<TrailFindings> findings) {
        return new Judge(findings);
    }
}
