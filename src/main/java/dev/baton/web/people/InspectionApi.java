package dev.baton.web.people;

import dev.baton.Refusal.Fault;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.EntryRefused;
import dev.baton.identity.IdentityRefusals.RoleMissing;
import dev.baton.identity.InspectionView;
import dev.baton.identity.Inspections;
import dev.baton.identity.People;
import dev.baton.identity.Reasons;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an auditor may look at and until when; the administrator's to say. */
@RestController
@RequestMapping("/api/people/{username}/inspection")
class InspectionApi {

    private final Inspections inspections;
    private final People people;
    private final Transfers transfers;

    InspectionApi(Inspections inspections, People people, Transfers transfers) {
        this.inspections = inspections;
        this.people = people;
        this.transfers = transfers;
    }

    /**
     * The limits as they are entered.
     *
     * @param transfers ids of the transfers, or null for every transfer
     */
    record LimitsForm(@Nullable List<String> transfers, @Nullable Instant until, @Nullable String reason) {}

    /** The limits in JSON; {@code until} is null where an account has none. */
    record LimitsJson(String username, @Nullable List<String> transfers, @Nullable Instant until) {

        static LimitsJson of(InspectionView limits) {
            var scope = limits.scope();
            return new LimitsJson(
                    limits.username(),
                    scope == null
                            ? null
                            : scope.stream().map(UUID::toString).sorted().toList(),
                    limits.endsAt());
        }
    }

    @GetMapping
    LimitsJson limits(@PathVariable String username) {
        requireAdmin();
        people.require(username);
        return inspections.of(username).map(LimitsJson::of).orElseGet(() -> new LimitsJson(username, null, null));
    }

    @PutMapping
    LimitsJson limit(@PathVariable String username, @RequestBody LimitsForm form) {
        requireAdmin();
        var ids = form.transfers() == null ? null : new LinkedHashSet<UUID>();
        if (ids != null) {
            for (int i = 0; i < form.transfers().size(); i++) {
                try {
                    ids.add(transfers
                            .known(TransferId.of(form.transfers().get(i)))
                            .id()
                            .value());
                } catch (RuntimeException e) {
                    throw new EntryRefused(
                            List.of(Fault.of("/transfers/" + i, "identity.inspection-transfer-unknown")));
                }
            }
        }
        return Reasons.require(form.reason(), () -> LimitsJson.of(inspections.limit(username, ids, form.until())));
    }

    private static void requireAdmin() {
        if (!Acting.current().is(Role.ADMIN)) {
            throw new RoleMissing(Role.ADMIN);
        }
    }
}
