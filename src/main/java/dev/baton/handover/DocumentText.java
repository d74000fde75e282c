package dev.baton.handover;

import dev.baton.capture.EffectiveItems;
import dev.baton.capture.ItemState;
import dev.baton.capture.ItemView;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.review.Reviews;
import dev.baton.review.TriageView;
import dev.baton.signature.Signatures;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.transfer.comparison.ComparisonView;
import dev.baton.transfer.comparison.Comparisons;
import dev.baton.transfer.comparison.Gap;
import dev.baton.transfer.comparison.RiskView;
import dev.baton.verification.DemonstrationState;
import dev.baton.verification.DemonstrationStates;
import dev.baton.verification.Training;
import dev.baton.workbook.Document;
import dev.baton.workbook.Document.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what a protocol and a report say, from the records as they are now. It names nobody who told something. */
@Component
class DocumentText {

    private final Transfers transfers;
    private final Comparisons comparisons;
    private final EffectiveItems effective;
    private final LandingList landings;
    private final Reviews reviews;
    private final DemonstrationStates demonstrations;
    private final Training training;
    private final GateOverrides overrides;
    private final Signatures signatures;
    private final People people;
    private final GateSettings settings;
    private final MessageSource messages;

    DocumentText(
            Transfers transfers,
            Comparisons comparisons,
            EffectiveItems effective,
            LandingList landings,
            Reviews reviews,
            DemonstrationStates demonstrations,
            Training training,
            GateOverrides overrides,
            Signatures signatures,
            People people,
            GateSettings settings,
            MessageSource messages) {
        this.transfers = transfers;
        this.comparisons = comparisons;
        this.effective = effective;
        this.landings = landings;
        this.reviews = reviews;
        this.demonstrations = demonstrations;
        this.training = training;
        this.overrides = overrides;
        this.signatures = signatures;
        this.people = people;
        this.settings = settings;
        this.messages = messages;
    }

    Document of(TransferView transfer, DocumentKind kind) {
        var title = word("document." + kind.code() + ".title", transfer.name());
        var head = List.of(
                word("document.product", transfer.product()),
                word("document.units", transfer.sendingSite(), transfer.receivingSite()));
        return new Document(title, head, kind == DocumentKind.PROTOCOL ? protocol(transfer) : report(transfer));
    }

    private List<Section> protocol(TransferView transfer) {
        var steps = transfers.steps(transfer.id());
        var critical = steps.stream().filter(StepView::critical).count();
        var scope = new ArrayList<>(List.of(
                transfer.purpose(), word("document.scope", String.valueOf(steps.size()), String.valueOf(critical))));
        if (transfer.seasonDeadline() != null) {
            scope.add(word("document.season", transfer.seasonDeadline().toString()));
        }
        return List.of(
                Section.said(word("document.purpose"), scope),
                team(transfer),
                table(
                        "process",
                        List.of("step", "operation", "instruction", "equipment", "critical"),
                        steps.stream().map(this::process).toList()),
                table(
                        "parameters",
                        List.of("step", "parameter", "limits", "attributes"),
                        steps.stream().flatMap(this::parameters).toList()),
                gaps(transfer, false),
                Section.said(
                        word("document.criteria"),
                        List.of(
                                word("document.criteria.told", String.valueOf(settings.told())),
                                word("document.criteria.approved", String.valueOf(settings.approved())),
                                word(
                                        "document.criteria.shown",
                                        String.valueOf(demonstrations.runsNeeded()),
                                        String.valueOf(demonstrations.cuesNeeded())),
                                word("document.criteria.landed"))),
                Section.said(
                        word("document.training"),
                        List.of(word("document.training.briefing"), word("document.training.reading"))),
                Section.said(word("document.deviations"), List.of(word("document.deviations.how"))));
    }

    private List<Section> report(TransferView transfer) {
        var items = effective.ofTransfer(transfer.id()).stream()
                .filter(item -> item.state() != ItemState.WITHDRAWN)
                .toList();
        var inOrder = transfers.steps(transfer.id());
        var steps = inOrder.stream().collect(Collectors.toMap(StepView::id, step -> step.number() + " " + step.name()));
        var landed = landings.of(transfer.id()).stream()
                .filter(one -> one.landing() != null)
                .collect(Collectors.toMap(ToLand::itemId, one -> where(Objects.requireNonNull(one.landing()))));
        var states = demonstrations.of(transfer.id());
        var triaged = reviews.triages(transfer.id());
        return List.of(
                Section.said(
                        word("document.purpose"),
                        List.of(
                                transfer.purpose(),
                                word(
                                        "document.result",
                                        String.valueOf(items.size()),
                                        String.valueOf(items.stream()
                                                .map(ItemView::stepId)
                                                .distinct()
                                                .count()),
                                        String.valueOf(transfer.steps())))),
                team(transfer),
                table(
                        "items",
                        List.of("item", "version", "step", "landing"),
                        items.stream()
                                .map(item -> List.of(
                                        title(item),
                                        String.valueOf(item.version()),
                                        steps.getOrDefault(item.stepId(), ""),
                                        landed.getOrDefault(item.itemId(), word("document.not-landed"))))
                                .toList()),
                table(
                        "shown",
                        List.of("step", "standing"),
                        inOrder.stream()
                                .filter(step -> states.containsKey(step.id()))
                                .map(step ->
                                        List.of(step.number() + " " + step.name(), standing(states.get(step.id()))))
                                .toList()),
                table("read", List.of("person", "open"), readings(transfer)),
                gaps(transfer, true),
                table(
                        "triage",
                        List.of("item", "outcome", "record", "standing"),
                        items.stream()
                                .flatMap(item -> outside(
                                        item,
                                        triaged.getOrDefault(item.itemId(), Map.of())
                                                .get(item.version())))
                                .toList()),
                table("overrides", List.of("phase", "missing", "reason", "signed-by"), overrides(transfer)));
    }

    private List<List<String>> overrides(TransferView transfer) {
        var all = overrides.findByTransferIdOrderByProposedAt(transfer.id().value());
        var signed = signatures.on(
                Gates.SUBJECT, all.stream().map(GateOverride::getId).toList());
        return all.stream()
                .map(override -> override.view(signed.getOrDefault(override.getId(), List.of())))
                .filter(OverrideView::inForce)
                .map(this::passed)
                .toList();
    }

    private Section team(TransferView transfer) {
        var members = Arrays.stream(new Role[] {Role.TRANSFER_LEAD, Role.EXPERT, Role.RECEIVER, Role.QUALITY})
                .flatMap(role -> transfers.members(transfer.id(), role).stream().map(username -> people.person(username)
                        .map(person -> List.of(person.name(), word("role." + role.code()), person.site()))
                        .orElse(List.of(username, word("role." + role.code()), ""))))
                .toList();
        return table("team", List.of("person", "role", "site"), members);
    }

    private List<String> process(StepView step) {
        var instruction =
                Stream.of(step.sop(), step.section()).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return List.of(
                step.number() + " " + step.name(),
                step.unitOperation(),
                instruction,
                text(step.equipment()),
                step.critical() ? word("item.yes") : "");
    }

    private Stream<List<String>> parameters(StepView step) {
        return step.parameters().stream()
                .map(one -> List.of(
                        step.number() + " " + step.name(),
                        one.name(),
                        (one.low() == null ? "" : one.low().toPlainString())
                                + " – "
                                + (one.high() == null ? "" : one.high().toPlainString())
                                + " "
                                + text(one.unit()),
                        one.attributes()));
    }

    /** Every gap that is not none, with its risk before the action or after it. */
    private Section gaps(TransferView transfer, boolean after) {
        var rows = new ArrayList<List<String>>();
        for (var step : comparisons.known(transfer.id())) {
            for (var row : step.aspects()) {
                if (row.gap() != null && row.gap() != Gap.NONE) {
                    rows.add(gap(step, row, after));
                }
            }
        }
        return table(
                after ? "residual" : "gaps",
                List.of("step", "aspect", "gap", "action", "owner", "due", "priority"),
                rows);
    }

    private List<String> gap(ComparisonView step, ComparisonView.Row row, boolean after) {
        var risk = after && !row.after().scores().isEmpty() ? row.after() : row.before();
        return List.of(
                step.number() + " " + step.name(),
                word("comparison.aspect." + row.aspect().code()),
                Objects.requireNonNull(row.gap()).code(),
                text(row.action()),
                row.owner() == null
                        ? ""
                        : people.person(row.owner()).map(PersonView::name).orElse(row.owner()),
                row.dueOn() == null ? "" : row.dueOn().toString(),
                priority(risk));
    }

    private static String priority(RiskView risk) {
        return risk.actionPriority()
                .map(priority -> priority.code() + " (" + risk.scorers() + ")")
                .orElse("");
    }

    private Stream<List<String>> outside(ItemView item, @Nullable TriageView known) {
        return Stream.ofNullable(known)
                .filter(triage -> triage.outcome().needsReference())
                .map(triage -> List.of(
                        title(item),
                        word("triage." + triage.outcome().code()),
                        text(triage.reference()),
                        word(triage.onHold() ? "document.on-hold" : "document.hold-lifted")));
    }

    private List<List<String>> readings(TransferView transfer) {
        Map<String, Long> open = training.allReadings(transfer.id()).stream()
                .collect(Collectors.groupingBy(
                        reading -> reading.name(),
                        TreeMap::new,
                        Collectors.filtering(reading -> !reading.covered(), Collectors.counting())));
        return open.entrySet().stream()
                .map(one -> List.of(
                        one.getKey(), one.getValue() == 0 ? word("document.all-read") : String.valueOf(one.getValue())))
                .toList();
    }

    private List<String> passed(OverrideView override) {
        return List.of(
                word("phase." + override.phase().code()),
                String.join("\n", override.missing()),
                override.reason(),
                override.signatures().stream().map(one -> one.signer()).collect(Collectors.joining(", ")));
    }

    private String standing(@Nullable DemonstrationState state) {
        return state == null
                ? ""
                : word("document.standing."
                        + state.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String where(LandingView landing) {
        return landing.trainingOnly()
                ? word("document.training-only", text(landing.reason()))
                : Stream.of(landing.document(), landing.section())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
    }

    private static String title(ItemView item) {
        return text(item.content().title());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Section table(String heading, List<String> columns, List<List<String>> rows) {
        return Section.table(
                word("document." + heading),
                word("document.none"),
                columns.stream()
                        .map(column -> word("document.column." + column))
                        .toList(),
                rows);
    }

    private String word(String key, Object... args) {
        return messages.getMessage(key, args, Locale.ENGLISH);
    }
}
