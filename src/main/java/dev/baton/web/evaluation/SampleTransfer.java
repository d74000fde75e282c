package dev.baton.web.evaluation;

import dev.baton.identity.Role;
import dev.baton.transfer.ImportForm;
import dev.baton.transfer.ProcessImport;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.Teams;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The transfers of the sample: imported from the workbooks that ship with the product, and started, by their lead. */
@Component
class SampleTransfer {

    private static final String LEAD = "lead";

    private final ProcessImport imports;
    private final Transfers transfers;
    private final Teams teams;
    private final DemoPeople people;
    private final Clock clock;

    SampleTransfer(ProcessImport imports, Transfers transfers, Teams teams, DemoPeople people, Clock clock) {
        this.imports = imports;
        this.transfers = transfers;
        this.teams = teams;
        this.people = people;
        this.clock = clock;
    }

    /** Makes it, or goes on where an earlier attempt was cut short. */
    TransferId make(Sample sample) {
        return people.as(LEAD, null, () -> {
            var known = existing(sample);
            var id = known == null ? importWorkbook(sample) : known.id();
            addSecondLead(id);
            if (known == null || !known.started()) {
                transfers.start(id);
            }
            return id;
        });
    }

    private @Nullable TransferView existing(Sample sample) {
        return transfers.mine().stream()
                .filter(transfer -> transfer.name().equals(sample.title()))
                .findFirst()
                .orElse(null);
    }

    private TransferId importWorkbook(Sample sample) {
        var deadline = LocalDate.now(clock).plusMonths(9).withDayOfMonth(1);
        var form = new ImportForm(
                sample.title(),
                "Live attenuated influenza vaccine, nasal spray",
                DemoPeople.CALIFORNIA,
                DemoPeople.LIVERPOOL,
                sample.purpose(),
                deadline.toString());
        try {
            var copy = Files.createTempFile("baton-sample", ".xlsx");
            try (var bytes = new ClassPathResource("sample/" + sample.workbook()).getInputStream()) {
                Files.write(copy, bytes.readAllBytes());
                return imports.create(form, copy, sample.workbook()).id();
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addSecondLead(TransferId id) {
        var team = new ArrayList<>(teams.visible(id));
        if (team.stream().anyMatch(member -> member.username().equals("lead2"))) {
            return;
        }
        team.add(new TeamMember("lead2", Role.TRANSFER_LEAD, null));
        people.as(LEAD, "Liverpool leads its own side", () -> teams.replace(id, team));
    }
}
