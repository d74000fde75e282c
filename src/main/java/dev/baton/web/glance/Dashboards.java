package dev.baton.web.glance;

import dev.baton.handover.Gates;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.web.glance.Dashboard.Age;
import dev.baton.web.glance.Dashboard.BurnUp;
import dev.baton.web.glance.Dashboard.Count;
import dev.baton.web.glance.Dashboard.Foretold;
import dev.baton.web.glance.Dashboard.Missing;
import dev.baton.web.glance.Dashboard.OpenItems;
import dev.baton.web.glance.Dashboard.Reached;
import dev.baton.web.glance.Dashboard.Readiness;
import dev.baton.web.glance.Dashboard.Waits;
import dev.baton.web.glance.Dashboard.Week;
import dev.baton.web.glance.Progress.Stage;
import dev.baton.workflow.LiveProcesses;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Composes the dashboard of a transfer as the current actor may see it. */
@Component
@Transactional(readOnly = true)
class Dashboards {

    /** A gate that misses more names the first and counts the rest; its own page names all. */
    private static final int NAMED = 200;

    private final Transfers transfers;
    private final GlanceReader reader;
    private final Gates gates;
    private final GlanceParts parts;
    private final LiveProcesses processes;
    private final GlanceWords words;
    private final Clock clock;

    Dashboards(
            Transfers transfers,
            GlanceReader reader,
            Gates gates,
            GlanceParts parts,
            LiveProcesses processes,
            GlanceWords words,
            Clock clock) {
        this.transfers = transfers;
        this.reader = reader;
        this.gates = gates;
        this.parts = parts;
        this.processes = processes;
        this.words = words;
        this.clock = clock;
    }

    /** The dashboard, if the current actor may know of the transfer. */
    Dashboard of(TransferId id) {
        var transfer = transfers.require(id);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var facts = reader.of(id);
        var progress = Progress.of(facts, today);
        var base = "/transfers/" + id;
        var work = processes.mayLook(id) ? base + "/workflow?process=" : null;
        var trail = processes.mayLook(id) ? base + "/trail" : null;
        return new Dashboard(
                id.toString(),
                transfer.name(),
                transfer.phase().code(),
                now,
                readiness(id, base),
                facts.steps().size(),
                reached(progress, base),
                burnUp(transfer, progress, facts.steps().size(), today, base, trail),
                weeks(progress.items(), trail),
                openWork(facts, today, base, work),
                parts.leaks(id, base),
                parts.factory(id, base),
                parts.pulse(id, base),
                people(id, base));
    }

    private Readiness readiness(TransferId id, String base) {
        var gate = gates.look(id);
        return new Readiness(
                gate.open(),
                gate.missing().size(),
                gate.missing().stream()
                        .limit(NAMED)
                        .map(lack -> new Missing(
                                words.word(lack.what(), lack.args().toArray()),
                                words.word("role." + lack.who()),
                                lack.where()))
                        .toList(),
                base + "/gate");
    }

    private static Reached reached(Progress progress, String base) {
        var now = progress.now();
        var map = base + "/process-map?colour=coverage";
        return new Reached(
                new Count("told", now.told(), map),
                new Count("reviewed", now.reviewed(), map),
                new Count("approved", now.approved(), map),
                new Count("transferred", now.transferred(), map));
    }

    private BurnUp burnUp(
            TransferView transfer, Progress progress, int steps, LocalDate today, String base, @Nullable String trail) {
        var deadline = transfer.seasonDeadline();
        return new BurnUp(
                deadline,
                weeks(progress.steps(), trail),
                Stream.of(Stage.TOLD, Stage.APPROVED, Stage.TRANSFERRED)
                        .map(stage -> foretold(stage, progress.days(stage), steps, today, deadline, base))
                        .toList());
    }

    private Foretold foretold(
            Stage stage, List<LocalDate> days, int steps, LocalDate today, @Nullable LocalDate deadline, String base) {
        var forecast = Forecast.of(days, steps, today, deadline);
        return new Foretold(
                stage.name().toLowerCase(Locale.ROOT),
                Math.max(0, steps - days.size()),
                forecast.why() == null ? null : words.word(forecast.why()),
                forecast.expected(),
                forecast.earliest(),
                forecast.latest(),
                forecast.verdict(),
                base + "/process-map?colour=coverage");
    }

    private static List<Week> weeks(List<Progress.Week> weeks, @Nullable String trail) {
        return weeks.stream()
                .map(week -> new Week(
                        week.ends(),
                        week.reached().told(),
                        week.reached().reviewed(),
                        week.reached().approved(),
                        week.reached().transferred(),
                        trail))
                .toList();
    }

    private static OpenItems openWork(GlanceFacts facts, LocalDate today, String base, @Nullable String asked) {
        var work = OpenWork.of(facts, today);
        var names = facts.steps().stream()
                .collect(Collectors.toMap(GlanceFacts.Step::id, step -> step.number() + " " + step.name()));
        return new OpenItems(
                work.total(),
                work.rows().stream().map(row -> age(row, base, asked)).toList(),
                work.oldest().stream()
                        .map(one -> new Waits(
                                Objects.requireNonNullElse(names.get(one.step()), ""),
                                one.kind().code(),
                                one.days(),
                                "/steps/" + one.step()))
                        .toList(),
                tasks(OpenWork.Kind.AUTHOR, base, asked));
    }

    /** Where the tasks behind it are listed, or all items for those who do not see tasks. */
    private static String tasks(OpenWork.Kind kind, String base, @Nullable String asked) {
        return asked == null
                ? base + "/items"
                : asked + (kind == OpenWork.Kind.ASKED ? "knowledge-capture" : "item-review");
    }

    private static Age age(OpenWork.Row row, String base, @Nullable String asked) {
        var state = row.kind().state();
        return new Age(
                row.kind().code(),
                row.total(),
                row.week(),
                row.fortnight(),
                row.month(),
                row.older(),
                state != null ? base + "/items?state=" + state.code() : tasks(row.kind(), base, asked));
    }

    private List<Count> people(TransferId id, String base) {
        var members = transfers.team(id).stream().collect(Collectors.groupingBy(member -> member.role()));
        return Arrays.stream(Role.values())
                .filter(members::containsKey)
                .map(role -> new Count(
                        role.code(), Objects.requireNonNull(members.get(role)).size(), base + "#team"))
                .toList();
    }
}
