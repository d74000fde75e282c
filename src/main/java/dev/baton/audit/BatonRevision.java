package dev.baton.audit;

import dev.baton.identity.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;
import org.jspecify.annotations.Nullable;

/** One transaction in Envers' tables: who, in which role, at which site, when, why and from where. */
@Entity
@Table(name = "revinfo")
@RevisionEntity(RevisionStamp.class)
@SuppressWarnings("UnusedVariable") // Hibernate reads the columns
class BatonRevision {

    @Id
    @RevisionNumber
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revinfo_seq")
    @SequenceGenerator(name = "revinfo_seq", sequenceName = "revinfo_seq", allocationSize = 1)
    @Column(name = "rev")
    private long number;

    @RevisionTimestamp
    @Column(name = "revtstmp")
    private long timestamp;

    private @Nullable String username;
    private @Nullable String role;
    private @Nullable String site;
    private @Nullable String zone;
    private @Nullable String reason;
    private @Nullable String address;
    private @Nullable String session;

    @Column(insertable = false, updatable = false)
    private @Nullable Long tx;

    protected BatonRevision() {}

    long number() {
        return number;
    }

    /** The database's number of the transaction, or null for revisions from before it was kept. */
    @Nullable
    Long tx() {
        return tx;
    }

    void stamp(Actor actor, @Nullable String why) {
        username = actor.username();
        role = actor.roleText();
        site = actor.site();
        zone = actor.zone().getId();
        reason = why;
        address = actor.address();
        session = actor.session();
    }
}
