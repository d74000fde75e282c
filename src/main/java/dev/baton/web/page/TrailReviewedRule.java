package dev.baton.web.page;

import dev.baton.handover.AcceptanceState;
import dev.baton.handover.GateRule;
import dev.baton.handover.Missing;
import dev.baton.identity.Role;
import dev.baton.trailreview.TrailReviews;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferView;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A transfer ends when its audit trail is reviewed and nothing critical is open (PIC/S PI 041-1: before the operation is
 * completed). The acceptance itself comes after that review, so its signatures ask for no other one.
 */
@Component
class TrailReviewedRule implements GateRule {

    private final TrailReviews reviews;
    private final AcceptanceState acceptance;

    TrailReviewedRule(TrailReviews reviews, AcceptanceState acceptance) {
        this.reviews = reviews;
        this.acceptance = acceptance;
    }

    @Override
    public Phase phase() {
        return Phase.CLOSE_OUT;
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public List<Missing> missing(TransferView transfer) {
        var coverage = reviews.coverage(transfer.id());
        if (coverage.isComplete() || acceptance.isUnderWay(transfer.id())) {
            return List.of();
        }
        // Without numbers, which would be others by the time the second one signs an override.
        var missing = new ArrayList<Missing>();
        if (coverage.openReview() != null || coverage.actsSince() > 0) {
            missing.add(missing(transfer, "gate.missing.trail-unreviewed"));
        }
        if (coverage.openCritical() > 0) {
            missing.add(missing(transfer, "gate.missing.trail-critical"));
        }
        return missing;
    }

    private static Missing missing(TransferView transfer, String what) {
        return Missing.of(Role.QUALITY.code(), "/transfers/" + transfer.id() + "/trail-reviews", what);
    }
}
