package dev.baton.recognition;

import dev.baton.capture.SignedContent;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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

    /** Every hour. */
    @Transactional
    @Scheduled(cron = "${baton.recognition.watch:0 50 * * * *}", zone = "UTC")
    public void look() {
        var standing = credits.standingOfSteps();
        var signed = signatures
                .withIds(standing.stream().map(Credit::signatureId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(SignatureView::id, Function.identity()));
        takingBack.of(
                standing.stream().filter(credit -> !stands(credit, signed)).toList(), CreditWithdrawal.ALTERED);
    }

    private boolean stands(Credit credit, Map<UUID, SignatureView> signed) {
        var signature = signed.get(credit.signatureId());
        return signature != null
                && content.stream()
                        .flatMap(module -> module.currentHash(signature).stream())
                        .anyMatch(signature::isValidFor);
    }
}
