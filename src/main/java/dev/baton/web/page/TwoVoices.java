package dev.baton.web.page;

import dev.baton.Retold;
import dev.baton.capture.ItemContent.Threshold;
import dev.baton.capture.ItemFilter;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.contradiction.ContradictionView;
import dev.baton.contradiction.Contradictions;
import dev.baton.contradiction.Finding;
import dev.baton.contradiction.Outcome;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.signature.Signatures;
import dev.baton.transfer.Transfers;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Composes what pages show of two voices that disagree. */
@Component
class TwoVoices {

    private static final int ALL = 200;

    private static final String[] REASONS = {
        "contradiction.found.temperature", "contradiction.found.threshold", "contradiction.found.cue"
    };

    private final Items items;
    private final Contradictions contradictions;
    private final Transfers transfers;
    private final People people;
    private final Signatures signatures;
    private final RefusalTexts texts;
    private final MessageSource messages;

    TwoVoices(
            Items items,
            Contradictions contradictions,
            Transfers transfers,
            People people,
            Signatures signatures,
            RefusalTexts texts,
            MessageSource messages) {
        this.messages = messages;
        this.items = items;
        this.contradictions = contradictions;
        this.transfers = transfers;
        this.people = people;
        this.signatures = signatures;
        this.texts = texts;
    }

    /** One of the two; what its author left out is null. */
    record Side(
            String id,
            int version,
            String title,
            String author,
            String state,
            String whatIsDone,
            @Nullable String cue,
            @Nullable String sense,
            @Nullable String threshold,
            @Nullable String why,
            List<StepPage.Evidence> files,
            boolean holds) {}

    /** The signature under the outcome. */
    record Signed(String name, String username, String role, String site, When at, String local, String hash) {}

    /**
     * Both, and what became of it.
     *
     * @param reasonKept why in the words that are kept and signed, or null where the reader reads those
     */
    record Both(
            String id,
            String transferId,
            String transfer,
            String stepId,
            String step,
            Side first,
            Side second,
            String finding,
            String reason,
            @Nullable String reasonKept,
            String state,
            @Nullable String raisedBy,
            When raisedAt,
            @Nullable String arbiter,
            @Nullable String outcome,
            @Nullable String words,
            @Nullable Signed signed) {}

    /** A contradiction in a list. */
    record Line(
            String id,
            String step,
            String first,
            String firstAuthor,
            String second,
            String secondAuthor,
            String reason,
            String state,
            @Nullable String arbiter,
            @Nullable String outcome) {}

    /** Another item of the step, to be marked. */
    record Other(String id, String title, String author) {}

    /** What the page of an item shows: its contradictions, and which items could be marked. */
    record OfItem(List<Line> lines, List<Other> others) {}

    Both of(ContradictionView view) {
        var zone = Acting.current().zone();
        var first = items.require(view.first());
        var second = items.require(view.second());
        return new Both(
                view.id().toString(),
                view.transferId().toString(),
                transfers.known(view.transferId()).name(),
                view.stepId().toString(),
                step(view),
                side(at(first, view.firstVersion()), view.outcome() == Outcome.FIRST || both(view)),
                side(at(second, view.secondVersion()), view.outcome() == Outcome.SECOND || both(view)),
                view.finding(),
                reason(view),
                reason(view).equals(view.reason()) ? null : view.reason(),
                view.state(),
                view.raisedBy() == null ? null : name(view.raisedBy()),
                Moments.in(zone, view.raisedAt()),
                view.arbiter() == null ? null : name(view.arbiter()),
                view.outcome() == null ? null : view.outcome().code(),
                view.words(),
                view.signatureId() == null
                        ? null
                        : signatures.withIds(List.of(view.signatureId())).stream()
                                .findFirst()
                                .map(signature -> new Signed(
                                        signature.signer(),
                                        signature.username(),
                                        signature.role().code(),
                                        signature.site(),
                                        Moments.utc(signature.signedAt()),
                                        Moments.wall(signature.zone(), signature.signedAt()),
                                        signature.contentHash()))
                                .orElse(null));
    }

    /** Why, in the reader's language where Baton noticed it, in their own words where somebody marked it. */
    private String reason(ContradictionView view) {
        if (view.finding().equals(Finding.MEMBER.code())) {
            return view.reason();
        }
        return Retold.read(messages, view.reason(), REASONS)
                .map(found -> new Retold(
                        found.key(),
                        found.args().stream()
                                .map(word -> found.key().endsWith(".cue") ? texts.wordOr("sense." + word, word) : word)
                                .toList()))
                .map(found -> found.in(messages, LocaleContextHolder.getLocale()))
                .orElse(view.reason());
    }

    /** The version that it is about: the one decided about, the latest one until then. */
    private ItemView at(ItemView latest, int version) {
        return latest.version() > version ? items.require(latest.itemId(), version) : latest;
    }

    Line line(ContradictionView view) {
        var first = items.require(view.first());
        var second = items.require(view.second());
        return new Line(
                view.id().toString(),
                step(view),
                String.valueOf(first.content().title()),
                first.authorName(),
                String.valueOf(second.content().title()),
                second.authorName(),
                reason(view),
                view.state(),
                view.arbiter() == null ? null : name(view.arbiter()),
                view.outcome() == null
                        ? null
                        : texts.word("contradiction.outcome." + view.outcome().code()));
    }

    OfItem ofItem(ItemView item) {
        var lines = contradictions.of(item.itemId()).stream().map(this::line).toList();
        return new OfItem(lines, mayMark(item) ? others(item) : List.of());
    }

    private boolean mayMark(ItemView item) {
        var me = Acting.current();
        return me.is(Role.QUALITY)
                || transfers.team(item.transferId()).stream()
                        .anyMatch(member -> member.username().equals(me.username()));
    }

    private List<Other> others(ItemView item) {
        var step = new ItemFilter(item.stepId(), null, null);
        return items.list(item.transferId(), step, null, ALL).items().stream()
                .filter(other -> !other.author().equals(item.author()))
                .map(other -> new Other(
                        other.itemId().toString(),
                        String.valueOf(other.content().title()),
                        other.authorName()))
                .toList();
    }

    private Side side(ItemView item, boolean holds) {
        var content = item.content();
        return new Side(
                item.itemId().toString(),
                item.version(),
                String.valueOf(content.title()),
                item.authorName(),
                item.state().code(),
                String.valueOf(content.whatIsDone()),
                content.cue(),
                content.sense() == null ? null : texts.wordOr("sense." + content.sense(), content.sense()),
                threshold(content.threshold()),
                content.why(),
                item.files().stream().map(StepPage.Evidence::of).toList(),
                holds);
    }

    private @Nullable String threshold(@Nullable Threshold threshold) {
        if (threshold == null) {
            return null;
        }
        var how = threshold.estimatedBy();
        return Stream.of(
                        threshold.value(),
                        threshold.unit(),
                        how == null ? null : texts.wordOr("estimated." + how.replace(' ', '-'), how))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static boolean both(ContradictionView view) {
        return view.outcome() == Outcome.BOTH;
    }

    private String step(ContradictionView view) {
        return String.valueOf(transfers.labels(List.of(view.stepId())).get(view.stepId()));
    }

    private String name(String username) {
        return people.person(username).map(PersonView::name).orElse(username);
    }
}
