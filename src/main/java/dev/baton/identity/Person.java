package dev.baton.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.NaturalId;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.hibernate.envers.RelationTargetAuditMode;
import org.jspecify.annotations.Nullable;

/** A person: who they are, who checked that, what they may do, and the state of their password. */
@Entity
@Audited
@Table(name = "person")
class Person {

    /** Wrong passwords in a row that are let pass before the account closes for a while. */
    static final int TRIES_BEFORE_LOCK = 5;

    private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
    private static final Duration LONGEST_LOCK = Duration.ofHours(1);

    @Id
    private UUID id;

    @NaturalId
    private String username;

    private String name;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "site_id")
    @Audited(targetAuditMode = RelationTargetAuditMode.NOT_AUDITED)
    private Site site;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "role")
    @Convert(converter = RoleConverter.class)
    private Set<Role> roles = new HashSet<>();

    @NotAudited
    private String passwordHash;

    private boolean mustChangePassword;

    private boolean enabled;

    @NotAudited
    private int failedTries;

    @NotAudited
    private @Nullable Instant lockedUntil;

    private @Nullable String identityCheckedBy;
    private @Nullable String identityCheckedHow;
    private @Nullable LocalDate identityCheckedOn;

    private @Nullable String language;

    @SuppressWarnings("UnusedVariable") // Hibernate reads the column
    private Instant createdAt;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    Person(String username, String name, Site site, Set<Role> roles, String passwordHash, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.username = username;
        this.name = name;
        this.site = site;
        this.roles.addAll(roles);
        this.passwordHash = passwordHash;
        this.mustChangePassword = true;
        this.enabled = true;
        this.createdAt = createdAt;
    }

    Person identityChecked(String by, String how, LocalDate on) {
        this.identityCheckedBy = by;
        this.identityCheckedHow = how;
        this.identityCheckedOn = on;
        return this;
    }

    Person rename(String newName) {
        this.name = newName;
        return this;
    }

    Person moveTo(Site newSite) {
        this.site = newSite;
        return this;
    }

    Person grant(Set<Role> newRoles) {
        this.roles.retainAll(newRoles);
        this.roles.addAll(newRoles);
        return this;
    }

    Person speak(@Nullable String code) {
        this.language = code;
        return this;
    }

    Person disable() {
        this.enabled = false;
        return this;
    }

    Person enable() {
        this.enabled = true;
        return unlock();
    }

    Person unlock() {
        this.failedTries = 0;
        this.lockedUntil = null;
        return this;
    }

    /** A password chosen by somebody else: good for one login. */
    Person passwordIssued(String hash) {
        this.passwordHash = hash;
        this.mustChangePassword = true;
        return unlock();
    }

    /** A password chosen by the person. */
    Person passwordChosen(String hash) {
        this.passwordHash = hash;
        this.mustChangePassword = false;
        return unlock();
    }

    Person passwordCorrect() {
        return unlock();
    }

    /**
     * Counts a wrong password. From the fifth in a row on the account closes, for one minute at first and twice as long
     * at each further try, at most an hour.
     *
     * @return whether this try closed the account
     */
    boolean passwordWrong(Instant now) {
        failedTries++;
        if (failedTries < TRIES_BEFORE_LOCK) {
            return false;
        }
        var doublings = Math.min(failedTries - TRIES_BEFORE_LOCK, 10);
        var wait = FIRST_LOCK.multipliedBy(1L << doublings);
        lockedUntil = now.plus(wait.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : wait);
        return true;
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    boolean isEnabled() {
        return enabled;
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    String username() {
        return username;
    }

    String name() {
        return name;
    }

    Site site() {
        return site;
    }

    Set<Role> roles() {
        return roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
    }

    String passwordHash() {
        return passwordHash;
    }

    PersonView view() {
        return new PersonView(
                username,
                name,
                site.name(),
                site.zone(),
                roles(),
                enabled,
                mustChangePassword,
                lockedUntil,
                identityCheckedBy,
                identityCheckedHow,
                identityCheckedOn,
                language);
    }
}
