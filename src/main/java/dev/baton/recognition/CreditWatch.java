package dev.baton.recognition;

import dev.baton.capture.SignedContent;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes credits back whose signature no longer stands: for a run, or for what holds of two voices. An altered item says so
 * itself, as soon as somebody reads it; nobody has to read these.
 */
@Component
class CreditWatch {

    /** How many are held in memory, and named in a statement, together. */
    private static final int AT_ONCE = 5_000;

    private final Credits credits;
    private final Signatures signatures;
    private final List<SignedContent> content;
    private final TakingBack takingBack;

    CreditWatch(Credits credits, Signatures signatures, List<SignedContent> content, TakingBack takingBack) {
        this.credits = credits;
        this.signatures = signatures;
        this.content = content;
        this.takingBack = takingBack;
    }

    /** Every hour; it reads as often for many credits as for one. */
    @Transactional
    @Scheduled(cron = "${baton.recognition.watch:0 50 * * * *}", zone = "UTC")
    public void look() {
        var standing = credits.standingOfSteps();
        for (int i = 0; i < standing.size(); i += AT_ONCE) {
            lookAt(standing.subList(i, Math.min(i + AT_ONCE, standing.size())));
        }
    }

    private void lookAt(List<Credit> standing) {
        var signed = signatures.withIds(
                standing.stream().map(Credit::signatureId).distinct().toList());
        var hashes = SignedContent.currentHashes(content.stream(), signed);
        var valid = signed.stream()
                .filter(signature -> hashes.containsKey(signature.id())
                        && signature.isValidFor(String.valueOf(hashes.get(signature.id()))))
                .map(SignatureView::id)
                .collect(Collectors.toSet());
        takingBack.of(
                standing.stream()
                        .filter(credit -> !valid.contains(credit.signatureId()))
                        .toList(),
                CreditWithdrawal.ALTERED);
    }
}
