package dev.baton.verification;

import dev.baton.capture.ItemId;
import dev.baton.identity.TrainingView;
import dev.baton.identity.TrainingView.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What records of training open. Plain facts in, so that the rule needs nothing else. */
final class TrainingRule {

    private TrainingRule() {}

    /** The training that lets a person work in a transfer now, the one that lasts longest; or empty. */
    static Optional<TrainingView> working(List<TrainingView> records, UUID transfer, Instant now) {
        return records.stream()
                .filter(record -> record.kind() != Kind.READING && record.isFor(transfer) && record.isValid(now))
                .max(Comparator.comparing(TrainingView::validUntil, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    /** What covers one effective version for a person now. */
    static List<TrainingView> covering(
            List<TrainingView> records, UUID transfer, ItemId item, int version, Instant effectiveAt, Instant now) {
        return records.stream()
                .filter(record -> record.isValid(now))
                .filter(record -> covers(record, transfer, item, version, effectiveAt))
                .toList();
    }

    /**
     * Whether a record covers that version as long as it is valid: it was read, or somebody was instructed in person since
     * it is effective, or is instructed for every transfer.
     */
    static boolean covers(TrainingView record, UUID transfer, ItemId item, int version, Instant effectiveAt) {
        return record.kind() == Kind.READING
                ? item.value().equals(record.item()) && Objects.equals(record.version(), version)
                : record.kind() == Kind.INSTRUCTION
                        && record.isFor(transfer)
                        && (record.transfer() == null || !record.trainedAt().isBefore(effectiveAt));
    }
}
