package dev.baton.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.NaturalId;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** The limits of one auditor's account: which transfers, and until when. */
@Entity
@Audited
@Table(name = "inspection")
class Inspection {

    @Id
    private UUID id;

    @NaturalId
    private String username;

    /** Transfer ids, separated by blanks; null for every transfer. */
    private @Nullable String scope;

    private Instant endsAt;

    @Version
    private @Nullable Long lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected Inspection() {}

    Inspection(String username, @Nullable Set<UUID> transfers, Instant endsAt) {
        this.id = UUID.randomUUID();
        this.username = username;
        this.scope = text(transfers);
        this.endsAt = endsAt;
    }

    Inspection limitedTo(@Nullable Set<UUID> transfers, Instant until) {
        this.scope = text(transfers);
        this.endsAt = until;
        return this;
    }

    InspectionView view() {
        return new InspectionView(
                username,
                scope == null
                        ? null
                        : Arrays.stream(scope.split(" ", -1))
                                .filter(id -> !id.isEmpty())
                                .map(UUID::fromString)
                                .collect(Collectors.toUnmodifiableSet()),
                endsAt);
    }

    private static @Nullable String text(@Nullable Set<UUID> transfers) {
        return transfers == null
                ? null
                : new TreeSet<>(transfers).stream().map(UUID::toString).collect(Collectors.joining(" "));
    }
}
