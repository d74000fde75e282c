package dev.baton.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to records of training: it keeps them. What they open is decided where that is known. */
@Service
@Transactional
public class Trainings {

    private final TrainingRecords records;

    Trainings(TrainingRecords records) {
        this.records = records;
    }

    /** What a person was trained in, the oldest first. */
    @Transactional(readOnly = true)
    public List<TrainingView> of(String username) {
        return records.findByUsernameOrderByTrainedAtAscIdAsc(username).stream()
                .map(TrainingRecord::view)
                .toList();
    }

    /** Every record, the oldest first. */
    @Transactional(readOnly = true)
    public List<TrainingView> all() {
        return records.findAllByOrderByTrainedAtAscIdAsc().stream()
                .map(TrainingRecord::view)
                .toList();
    }

    /** The record with this id, or empty. */
    @Transactional(readOnly = true)
    public Optional<TrainingView> find(UUID id) {
        return records.findById(id).map(TrainingRecord::view);
    }

    /** Keeps a record. */
    public TrainingView add(TrainingView training) {
        return records.saveAndFlush(new TrainingRecord(training)).view();
    }

    /** Moves the end of a record, for the reason in {@link Acting#reason()}. */
    public TrainingView endAt(UUID id, @Nullable Instant end) {
        if (Acting.reason() == null) {
            throw new IdentityRefusals.ReasonMissing();
        }
        return records.saveAndFlush(records.findById(id).orElseThrow().validUntil(end))
                .view();
    }
}
