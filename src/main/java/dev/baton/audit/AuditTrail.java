package dev.baton.audit;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.engine.spi.SessionImplementor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door through which modules say what was done beyond the changed fields of their records, which reach the trail by
 * themselves. Who, from where and why come from {@link dev.baton.identity.Acting}.
 */
@Service
public class AuditTrail {

    private final EntityManager entities;
    private final TrailWriter writer;

    AuditTrail(EntityManager entities, TrailWriter writer) {
        this.entities = entities;
        this.writer = writer;
    }

    /**
     * Notes an act in the transaction that does it.
     *
     * @param act what was done, in the past tense, such as {@code signed}; its words are {@code act.signed}
     * @param changes one row each; when empty, one row without a field
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String act, TrailRef subject, List<FieldChange> changes) {
        writer.add(entities.unwrap(SessionImplementor.class), act, subject, changes);
    }

    /** Notes an act without fields. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String act, TrailRef subject) {
        record(act, subject, List.of());
    }
}
