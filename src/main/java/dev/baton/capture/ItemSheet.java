package dev.baton.capture;

import dev.baton.audit.EvidenceSheet;
import dev.baton.signature.ContentHash;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The auditor's sheet of items: every version with its whole text as it is stored, and as it was signed. */
@Component
class ItemSheet implements EvidenceSheet {

    private final KnowledgeItems items;
    private final ItemViews views;
    private final Transfers transfers;

    ItemSheet(KnowledgeItems items, ItemViews views, Transfers transfers) {
        this.items = items;
        this.views = views;
        this.transfers = transfers;
    }

    @Override
    public String name() {
        return "Items";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Item",
                "Version",
                "State",
                "Step",
                "Title",
                "Kind",
                "What is done",
                "Why",
                "Cue",
                "Consequence",
                "Observed at (UTC)",
                "Shift",
                "Batches",
                "Sense",
                "Threshold",
                "Threshold unit",
                "Threshold estimated by",
                "Strain dependent",
                "Confidence",
                "Also known by",
                "Outside range",
                "Tried",
                "What happened",
                "Why it failed",
                "Not to be tried since",
                "Differences from the instruction",
                "Answers",
                "Files",
                "Author",
                "Co-authors",
                "In confidence",
                "Name seal",
                "Submitted at (UTC)",
                "Content hash",
                "Unaltered",
                "Content");
    }

    @Override
    public Picks picks() {
        return new Picks("Item", List.of("Author"), "Submitted at (UTC)");
    }

    @Override
    @Transactional(readOnly = true)
    public void write(UUID transfer, Consumer<List<?>> rows) {
        var steps = transfers.steps(new TransferId(transfer)).stream()
                .collect(Collectors.toMap(StepView::id, step -> step.number() + " " + step.name()));
        for (var item : items.findByTransferIdOrderByStepPositionAscCreatedAtAscIdAsc(transfer)) {
            var seals = views.seals(item);
            for (var view : views.history(item, item.latestVersion())) {
                rows.accept(row(view, seals.get(view.version()), steps.get(view.stepId())));
            }
        }
    }

    private static List<@Nullable Object> row(ItemView view, @Nullable String seal, @Nullable String step) {
        var content = view.content();
        var threshold = content.threshold();
        var failure = content.failure();
        Map<String, Object> answers = content.answers();
        return Arrays.asList(
                view.itemId().toString(),
                view.version(),
                view.state().code(),
                step,
                content.title(),
                content.kind(),
                content.whatIsDone(),
                content.why(),
                content.cue(),
                content.consequence(),
                content.observedAt(),
                content.shift(),
                content.batches(),
                content.sense(),
                threshold == null ? null : threshold.value(),
                threshold == null ? null : threshold.unit(),
                threshold == null ? null : threshold.estimatedBy(),
                content.strainDependent(),
                content.confidence(),
                content.alsoKnownBy(),
                content.outsideRange(),
                failure == null ? null : failure.tried(),
                failure == null ? null : failure.happened(),
                failure == null ? null : failure.because(),
                failure == null ? null : failure.since(),
                content.differences() == null
                        ? null
                        : content.differences().stream()
                                .map(ItemSheet::difference)
                                .collect(Collectors.joining("\n")),
                answers == null ? null : ContentHash.canonical(answers),
                String.join(
                        "; ",
                        view.files().stream()
                                .map(file -> file.name() + " (" + file.sha256() + ")")
                                .toList()),
                view.author(),
                content.coAuthors() == null ? null : String.join("; ", content.coAuthors()),
                view.inConfidence(),
                seal,
                view.submittedAt(),
                view.contentHash(),
                view.isUnaltered(),
                ContentHash.canonical(CanonicalContent.of(
                        view.itemId(),
                        view.version(),
                        view.transferId(),
                        view.stepId(),
                        view.author(),
                        seal,
                        content,
                        view.files())));
    }

    /** One difference in a line: its class, the official words, an arrow, the words of the author. */
    private static String difference(ItemContent.Difference difference) {
        return difference.kind() + ": " + Objects.requireNonNullElse(difference.official(), "") + " \u2192 "
                + Objects.requireNonNullElse(difference.done(), "");
    }
}
