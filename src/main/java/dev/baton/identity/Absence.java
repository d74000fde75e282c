package dev.baton.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** A time in which somebody is away, with whoever stands in for them. */
@Entity
@Audited
@Table(name = "absence")
class Absence {

    @Id
    private UUID id;

    private String username;
    private LocalDate beginsOn;
    private LocalDate endsOn;
    private @Nullable String delegate;

    @NotAudited
    private @Nullable Instant notedAt;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected Absence() {}

    Absence(String username, LocalDate beginsOn, LocalDate endsOn, @Nullable String delegate) {
        this.id = UUID.randomUUID();
        this.username = username;
        this.beginsOn = beginsOn;
        this.endsOn = endsOn;
        this.delegate = delegate;
    }

    UUID id() {
        return id;
    }

    String username() {
        return username;
    }

    @Nullable
    String delegate() {
        return delegate;
    }

    boolean isOn(LocalDate day) {
        return !day.isBefore(beginsOn) && !day.isAfter(endsOn);
    }

    boolean isNoted() {
        return notedAt != null;
    }

    /** Its begin has been told to whoever must know. */
    Absence noted(Instant at) {
        notedAt = at;
        return this;
    }

    /** Back earlier: the day before is the last one away; one that has not begun is over before it begins. */
    Absence endedBefore(LocalDate day) {
        endsOn = day.minusDays(1);
        if (endsOn.isBefore(beginsOn)) {
            beginsOn = endsOn;
        }
        return this;
    }

    AbsenceView view() {
        return new AbsenceView(id, username, beginsOn, endsOn, delegate);
    }
}
