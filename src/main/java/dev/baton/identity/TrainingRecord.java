package dev.baton.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** One person was trained in one thing; only its end may be moved. */
@Entity
@Audited
@Table(name = "training_record")
class TrainingRecord {

    @Id
    private UUID id;

    private String username;
    private String kind;
    private @Nullable UUID transferId;
    private @Nullable UUID itemId;
    private @Nullable Integer itemVersion;
    private String subject;
    private @Nullable String statement;
    private Instant trainedAt;
    private @Nullable Instant validUntil;
    private String recordedBy;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected TrainingRecord() {}

    TrainingRecord(TrainingView training) {
        this.id = training.id();
        this.username = training.username();
        this.kind = training.kind().code();
        this.transferId = training.transfer();
        this.itemId = training.item();
        this.itemVersion = training.version();
        this.subject = training.subject();
        this.statement = training.statement();
        this.trainedAt = training.trainedAt();
        this.validUntil = training.validUntil();
        this.recordedBy = training.recordedBy();
    }

    TrainingRecord validUntil(@Nullable Instant end) {
        this.validUntil = end;
        return this;
    }

    TrainingView view() {
        return new TrainingView(
                id,
                username,
                TrainingView.Kind.of(kind),
                transferId,
                itemId,
                itemVersion,
                subject,
                statement,
                trainedAt,
                validUntil,
                recordedBy);
    }
}
