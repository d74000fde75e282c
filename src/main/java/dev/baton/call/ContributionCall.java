package dev.baton.call;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A call for contributions, from its publication to its end. */
@Entity
@Audited
@Table(name = "contribution_call")
@SuppressWarnings("UnusedVariable") // some columns are read by Hibernate alone
class ContributionCall implements TrailSubject {

    @Id
    private UUID id;

    private String theme;
    private String words;
    private String steps;
    private LocalDate untilDay;
    private @Nullable String closedReason;

    @NotInTrail
    private UUID transferId;

    @NotInTrail
    private String publishedBy;

    @NotInTrail
    private Instant publishedAt;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected ContributionCall() {}

    /**
     * A new one.
     *
     * @param steps numbers of the steps it is about
     */
    ContributionCall(
            UUID transfer, String theme, String words, List<String> steps, LocalDate until, String by, Instant now) {
        this.id = UUID.randomUUID();
        this.transferId = transfer;
        this.theme = theme;
        this.words = words;
        this.steps = String.join("\n", steps);
        this.untilDay = until;
        this.publishedBy = by;
        this.publishedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID transferId() {
        return transferId;
    }

    String theme() {
        return theme;
    }

    String words() {
        return words;
    }

    List<String> steps() {
        return List.of(steps.split("\n", -1));
    }

    LocalDate until() {
        return untilDay;
    }

    String publishedBy() {
        return publishedBy;
    }

    /** Whether people can still join on that day. */
    boolean isOpen(LocalDate today) {
        return closedReason == null && !today.isAfter(untilDay);
    }

    ContributionCall closed(String reason) {
        closedReason = reason;
        return this;
    }

    @Override
    public TrailRef trailRef() {
        return new TrailRef("call", id.toString(), theme, transferId, null, null);
    }

    @Override
    public String trailedAs() {
        return "published";
    }
}
