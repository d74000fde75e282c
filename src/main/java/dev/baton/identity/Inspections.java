package dev.baton.identity;

import dev.baton.Refusal;
import dev.baton.Refusal.Fault;
import dev.baton.identity.IdentityRefusals.EntryRefused;
import dev.baton.identity.IdentityRefusals.PersonUnknown;
import dev.baton.identity.IdentityRefusals.RoleMissing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to inspections: an auditor's account is limited to some transfers and to a time by an administrator, for a
 * reason. Until it is limited it covers every transfer.
 */
@Service
@Transactional
public class Inspections {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final InspectionRecords records;
    private final Persons persons;
    private final Clock clock;

    Inspections(InspectionRecords records, Persons persons, Clock clock) {
        this.records = records;
        this.persons = persons;
        this.clock = clock;
    }

    /** The account of an auditor whose time is over opens nothing. */
    public static final class AccountEnded extends Refusal {

        private static final long serialVersionUID = 1L;

        AccountEnded(Instant at) {
            super(Kind.NOT_YOURS, "identity.account-ended", at.toString());
        }
    }

    /** The limits of that account, or empty where there are none. */
    @Transactional(readOnly = true)
    public Optional<InspectionView> of(String username) {
        return records.findByUsername(username).map(Inspection::view);
    }

    /**
     * Passes unless that auditor's time is over.
     *
     * @throws AccountEnded when it is
     */
    @Transactional(readOnly = true, noRollbackFor = AccountEnded.class)
    public void requireOpen(PersonView person) {
        if (person.roles().contains(Role.AUDITOR)) {
            of(person.username())
                    .filter(inspection -> inspection.ended(clock.instant()))
                    .ifPresent(inspection -> {
                        throw new AccountEnded(inspection.endsAt());
                    });
        }
    }

    /** Whether the current actor is an auditor and this transfer lies within their scope. */
    @Transactional(readOnly = true)
    public boolean covers(UUID transfer) {
        return covering().test(transfer);
    }

    /** Which transfers lie within the scope of the current actor, if they are an auditor; none otherwise. */
    @Transactional(readOnly = true)
    public Predicate<UUID> covering() {
        var actor = Acting.current();
        if (!actor.is(Role.AUDITOR)) {
            return transfer -> false;
        }
        var inspection = of(actor.username());
        var now = clock.instant();
        return transfer -> inspection
                .map(limits -> limits.covers(transfer) && !limits.ended(now))
                .orElse(true);
    }

    /**
     * Limits an auditor's account, for the reason in {@link Acting#reason()}.
     *
     * @param transfers the transfers they may look at, or null for every transfer
     * @param until from when on the account opens nothing, at most a year ahead; a moment that has passed ends it now
     */
    public InspectionView limit(String username, @Nullable Set<UUID> transfers, @Nullable Instant until) {
        if (!Acting.current().is(Role.ADMIN)) {
            throw new RoleMissing(Role.ADMIN);
        }
        var person = persons.findByUsername(username).orElseThrow(() -> new PersonUnknown(username));
        var faults = new ArrayList<Fault>();
        if (!person.roles().contains(Role.AUDITOR)) {
            faults.add(Fault.of("username", "identity.not-an-auditor", username));
        }
        if (until == null || until.isAfter(clock.instant().plus(LONGEST))) {
            faults.add(Fault.of("until", "identity.inspection-until", LONGEST.toDays()));
        }
        if (transfers != null && transfers.isEmpty()) {
            faults.add(Fault.of("transfers", "identity.inspection-empty"));
        }
        if (Acting.reason() == null) {
            faults.add(Fault.of("reason", "reason.missing"));
        }
        if (!faults.isEmpty() || until == null) {
            throw new EntryRefused(List.copyOf(faults));
        }
        var inspection = records.findByUsername(username)
                .map(known -> known.limitedTo(transfers, until))
                .orElseGet(() -> new Inspection(username, transfers, until));
        return records.save(inspection).view();
    }
}
