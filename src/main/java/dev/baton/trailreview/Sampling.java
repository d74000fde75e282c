package dev.baton.trailreview;

import dev.baton.audit.SealedActs;
import dev.baton.audit.SealedActs.Scope;
import dev.baton.trailreview.SamplingRule.Sample;
import dev.baton.trailreview.SamplingRule.Share;
import dev.baton.transfer.TransferId;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Draws samples from the sealed trail. */
@Component
class Sampling {

    /** What concerns every transfer: settings, the key of the ledger, the clocks, auditors' limits, explained findings. */
    private static final Set<String> EVERYWHERE =
            Set.of("configuration", "ledger", "clock", "inspection", "integrity-run");

    private final SealedActs acts;

    Sampling(SealedActs acts) {
        this.acts = acts;
    }

    /** The sample of the acts sealed from leaf {@code from} up to leaf {@code to}; the same each time. */
    Sample draw(TransferId transfer, Set<String> team, long from, long to, Share share, String seed) {
        var approvals = acts.firsts(transfer.value(), "accepted", "stage", "approval");
        var rule = new SamplingRule(share, seed, approvals);
        acts.between(new Scope(transfer.value(), team, EVERYWHERE), from, to, rule::take);
        return rule.draw();
    }

    /** How many acts that ask for a review are not sealed below leaf {@code from}. */
    int since(TransferId transfer, long from) {
        var count = new AtomicInteger();
        acts.since(new Scope(transfer.value(), Set.of(), Set.of()), from, act -> {
            if (SamplingRule.asksForReview(act)) {
                count.incrementAndGet();
            }
        });
        return count.get();
    }
}
