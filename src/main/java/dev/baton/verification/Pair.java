package dev.baton.verification;

import dev.baton.Refusal.Fault;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.verification.VerificationRefusals.NotYours;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may stand at the bench: a receiver of the receiving site with an expert of the sending site. */
@Component
class Pair {

    private final Transfers transfers;
    private final People people;

    Pair(Transfers transfers, People people) {
        this.transfers = transfers;
        this.people = people;
    }

    /** The receivers of the transfer at its receiving site. */
    List<String> receivers(TransferId transfer) {
        return members(transfer, Role.RECEIVER, transfers.head(transfer).receivingSite());
    }

    /** The experts of the transfer at its sending site. */
    List<String> experts(TransferId transfer) {
        return members(transfer, Role.EXPERT, transfers.head(transfer).sendingSite());
    }

    /** Refuses unless the current actor is a receiver or an expert of the transfer. */
    void requirePlayer(TransferId transfer) {
        var me = Acting.current().username();
        if (!receivers(transfer).contains(me) && !experts(transfer).contains(me)) {
            throw new NotYours("verification.not-at-the-bench");
        }
    }

    /** Says what is wrong with these two as a pair. */
    Stream<Fault> faults(TransferId transfer, @Nullable String receiver, @Nullable String expert) {
        return Stream.of(
                        fault("receiver", receiver, receivers(transfer), "verification.not-a-receiver"),
                        fault("expert", expert, experts(transfer), "verification.not-an-expert"))
                .flatMap(List::stream);
    }

    private static List<Fault> fault(String where, @Nullable String name, List<String> possible, String key) {
        if (name == null || name.isBlank()) {
            return List.of(Fault.of(where, "text.missing"));
        }
        return possible.contains(name) ? List.of() : List.of(Fault.of(where, key, name));
    }

    private List<String> members(TransferId transfer, Role role, String site) {
        return transfers.members(transfer, role).stream()
                .filter(username -> people.person(username)
                        .filter(person -> person.site().equals(site))
                        .isPresent())
                .toList();
    }
}
