package dev.baton.notification;

import dev.baton.StoredOnce;
import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** A person's choice of what comes by mail and when. A later one takes its place; none is ever changed. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "mail_choice")
class MailChoice extends StoredOnce implements TrailSubject {

    @Id
    private UUID id = UUID.randomUUID();

    @NotInTrail
    private String username;

    private boolean personal;
    private boolean together;
    private boolean weekly;
    private String quietFrom;
    private String quietUntil;
    private String zone;

    @NotInTrail
    private Instant chosenAt;

    @SuppressWarnings("NullAway.Init")
    protected MailChoice() {}

    MailChoice(String username, MailWish wish, Instant now) {
        this.username = username;
        this.personal = wish.personal();
        this.together = wish.together();
        this.weekly = wish.weekly();
        this.quietFrom = wish.quietFrom().toString();
        this.quietUntil = wish.quietUntil().toString();
        this.zone = wish.zone().getId();
        this.chosenAt = now;
    }

    MailWish wish() {
        return new MailWish(
                personal, together, weekly, LocalTime.parse(quietFrom), LocalTime.parse(quietUntil), ZoneId.of(zone));
    }

    String username() {
        return username;
    }

    @Override
    public TrailRef trailRef() {
        return TrailRef.of("mail-choice", username, username);
    }

    @Override
    public String trailedAs() {
        return "chose-mail";
    }

    @Override
    public UUID getId() {
        return id;
    }
}
