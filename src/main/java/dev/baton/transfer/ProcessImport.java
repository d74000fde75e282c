package dev.baton.transfer;

import dev.baton.Digests;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.FieldChange;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.RoleMissing;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferEvent.TransferImported;
import dev.baton.transfer.TransferRefusals.ImportRefused;
import dev.baton.workbook.SheetReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door through which a transfer comes into being: from a process workbook, wholly or not at all. */
@Service
@Transactional
public class ProcessImport {

    /** Beyond this a list of faults helps nobody. */
    private static final int MOST_FAULTS = 5_000;

    private final SheetReader reader;
    private final People people;
    private final TransferRecords transfers;
    private final ProcessSteps steps;
    private final StepParameters parameters;
    private final StepExperts experts;
    private final TeamMemberships team;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProcessImport(
            SheetReader reader,
            People people,
            TransferRecords transfers,
            ProcessSteps steps,
            StepParameters parameters,
            StepExperts experts,
            TeamMemberships team,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reader = reader;
        this.people = people;
        this.transfers = transfers;
        this.steps = steps;
        this.parameters = parameters;
        this.experts = experts;
        this.team = team;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Creates a transfer with its steps and its team; a transfer lead only.
     *
     * @param file the workbook
     * @param fileName what the person calls it
     * @throws ImportRefused with every fault of form and workbook; nothing is stored then
     */
    public Imported create(ImportForm form, Path file, String fileName) {
        if (!Acting.current().is(Role.TRANSFER_LEAD)) {
            throw new RoleMissing(Role.TRANSFER_LEAD);
        }
        var faults = new ArrayList<Fault>();
        var transfer = charter(form, faults);
        var sheet = new StepSheet(people::person, faults);
        sheet.end(reader.read(file, sheet::take));
        if (!faults.isEmpty() || transfer == null) {
            throw new ImportRefused(limited(faults));
        }
        transfers.save(transfer);
        store(transfer.id(), sheet.steps());
        storeTeam(transfer, sheet.steps());
        trail.record(
                "imported",
                transfer.trailRef(),
                List.of(
                        FieldChange.set("file", fileName),
                        FieldChange.set("sha256", sha256(file)),
                        FieldChange.set("steps", String.valueOf(sheet.steps().size()))));
        transfers.flush();
        events.publishEvent(new TransferImported(transfer.id()));
        return new Imported(transfer.id(), sheet.steps().size());
    }

    /** Refuses a workbook of so many bytes before it is copied. */
    public static void requireSize(long bytes) {
        SheetReader.requireSize(bytes);
    }

    private @Nullable Transfer charter(ImportForm form, List<Fault> faults) {
        Texts.require("name", form.name(), Texts.LONGEST_LINE, faults);
        Texts.require("product", form.product(), Texts.LONGEST_LINE, faults);
        Texts.require("purpose", form.purpose(), Texts.LONGEST_ANSWER, faults);
        checkSite("sendingSite", form.sendingSite(), faults);
        checkSite("receivingSite", form.receivingSite(), faults);
        if (form.sendingSite() != null && form.sendingSite().equals(form.receivingSite())) {
            faults.add(Fault.of("receivingSite", "transfer.same-site"));
        }
        var deadline = deadline(form.seasonDeadline(), faults);
        return faults.isEmpty()
                ? new Transfer(
                        Objects.requireNonNull(form.name()).strip(),
                        Objects.requireNonNull(form.product()).strip(),
                        Objects.requireNonNull(form.sendingSite()),
                        Objects.requireNonNull(form.receivingSite()),
                        Objects.requireNonNull(form.purpose()),
                        deadline,
                        clock.instant())
                : null;
    }

    private void checkSite(String where, @Nullable String site, List<Fault> faults) {
        int before = faults.size();
        Texts.require(where, site, Texts.LONGEST_LINE, faults);
        if (site != null && faults.size() == before && people.site(site).isEmpty()) {
            faults.add(Fault.of(where, "transfer.site-unknown", site));
        }
    }

    private static @Nullable LocalDate deadline(@Nullable String text, List<Fault> faults) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            faults.add(Fault.of("seasonDeadline", "transfer.not-a-date"));
            return null;
        }
    }

    private void store(TransferId transfer, List<ImportedStep> read) {
        for (int i = 0; i < read.size(); i++) {
            var from = read.get(i);
            var step = steps.save(new ProcessStep(transfer, i + 1, from));
            for (int p = 0; p < from.parameters().size(); p++) {
                parameters.save(new StepParameter(step, p + 1, from.parameters().get(p)));
            }
            for (int e = 0; e < from.experts().size(); e++) {
                experts.save(new StepExpert(step, e + 1, from.experts().get(e)));
            }
        }
    }

    /** The experts of the workbook, the receivers of the receiving site, quality, and the importing lead. */
    private void storeTeam(Transfer transfer, List<ImportedStep> read) {
        var named = new LinkedHashSet<String>();
        read.forEach(step -> named.addAll(step.experts()));
        named.forEach(expert -> join(transfer, expert, Role.EXPERT));
        people.holding(Role.RECEIVER).stream()
                .filter(person -> person.site().equals(transfer.receivingSite()))
                .map(PersonView::username)
                .forEach(receiver -> join(transfer, receiver, Role.RECEIVER));
        people.holding(Role.QUALITY).forEach(person -> join(transfer, person.username(), Role.QUALITY));
        join(transfer, Acting.current().username(), Role.TRANSFER_LEAD);
    }

    private void join(Transfer transfer, String username, Role role) {
        team.save(new TeamMembership(transfer.id(), username, role, null));
    }

    private static List<Fault> limited(List<Fault> faults) {
        if (faults.size() <= MOST_FAULTS) {
            return faults;
        }
        var first = new ArrayList<>(faults.subList(0, MOST_FAULTS));
        first.add(Fault.of("", "transfer.more-faults", faults.size() - MOST_FAULTS));
        return first;
    }

    static String sha256(Path file) {
        try {
            return Digests.hex(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
