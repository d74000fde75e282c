package dev.baton.capture;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.ItemContent.Difference;
import dev.baton.capture.ItemContent.Failure;
import dev.baton.capture.ItemContent.Threshold;
import dev.baton.capture.compare.Difference.Kind;
import dev.baton.capture.method.AnswerRules;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an expert's text must be: storable in a draft, and complete enough to be submitted. Tells every fault. */
final class ContentRules {

    static final int MOST_ITEMS = 20;
    static final int MOST_FILES = 20;
    static final int MOST_DIFFERENCES = 50;
    static final Set<String> SENSES = Set.of("sight", "sound", "smell", "touch", "instrument");

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private final Instant now;

    ContentRules(Instant now) {
        this.now = now;
    }

    /** Whether quality looks before anyone at the receiving site does. */
    static boolean needsQualityFirst(ItemContent content) {
        return outsideRange(content.outsideRange()) != OutsideRange.NO;
    }

    /** The author's answer by its code; none is no, and what cannot be read is the careful answer. */
    static OutsideRange outsideRange(@Nullable String code) {
        if (code == null) {
            return OutsideRange.NO;
        }
        return Arrays.stream(OutsideRange.values())
                .filter(answer -> answer.code().equals(code))
                .findFirst()
                .orElse(OutsideRange.NOT_SURE);
    }

    /** Whether the text is a number with a point, as a threshold needs it. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** What is wrong with a draft: half-finished is fine, what cannot be kept exactly is not. */
    List<Fault> inDraft(List<ItemContent> items, Set<ItemId> knownItems, Collection<String> knownFiles) {
        var faults = new ArrayList<Fault>();
        if (items.size() > MOST_ITEMS) {
            faults.add(Fault.of("items", "capture.too-many-items", MOST_ITEMS));
            return faults;
        }
        var seen = new HashSet<ItemId>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var at = "items[" + i + "].";
            if (item.itemId() != null && (!knownItems.contains(item.itemId()) || !seen.add(item.itemId()))) {
                faults.add(Fault.of(at + "itemId", "capture.item-not-of-draft"));
            }
            texts(at, item, faults);
            codes(at, item, faults);
            observed(at, item.observedAt(), faults);
            answers(at + "answers", item.answers(), faults);
            differences(at + "differences", item.differences(), faults);
            files(at + "files", item.files(), knownFiles, faults);
        }
        return faults;
    }

    /** What is still missing or wrong before items can be submitted. */
    List<Fault> toSubmit(List<ItemContent> items, Set<ItemId> knownItems, Collection<String> knownFiles) {
        var faults = new ArrayList<Fault>();
        if (items.isEmpty()) {
            faults.add(Fault.of("items", "capture.draft-empty"));
        }
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var at = "items[" + i + "].";
            needed(at + "title", item.title(), faults);
            needed(at + "kind", item.kind(), faults);
            needed(at + "whatIsDone", item.whatIsDone(), faults);
            var threshold = item.threshold();
            if (threshold != null && threshold.value() != null) {
                if (!NUMBER.matcher(threshold.value()).matches()) {
                    faults.add(Fault.of(at + "threshold.value", "capture.not-a-number"));
                }
            }
        }
        faults.addAll(inDraft(items, knownItems, knownFiles));
        return faults;
    }

    /** Whether nothing at all has been entered. */
    static boolean isBlank(ItemContent content) {
        var c = normal(content);
        return c.title() == null
                && c.kind() == null
                && c.whatIsDone() == null
                && c.why() == null
                && c.cue() == null
                && c.consequence() == null
                && c.threshold() == null
                && c.alsoKnownBy() == null
                && c.failure() == null
                && c.differences() == null
                && AnswerRules.isBlank(c.answers())
                && (c.files() == null || c.files().isEmpty());
    }

    /** The same content with fields that hold nothing but blanks left out: they say nothing. */
    static ItemContent normal(ItemContent c) {
        var t = c.threshold();
        var threshold = t == null ? null : new Threshold(said(t.value()), said(t.unit()), said(t.estimatedBy()));
        if (threshold != null
                && threshold.value() == null
                && threshold.unit() == null
                && threshold.estimatedBy() == null) {
            threshold = null;
        }
        return new ItemContent(
                c.itemId(),
                said(c.title()),
                said(c.kind()),
                said(c.whatIsDone()),
                said(c.why()),
                said(c.cue()),
                said(c.consequence()),
                // What the database keeps: a hash over finer digits could never be computed again.
                c.observedAt() == null ? null : c.observedAt().truncatedTo(ChronoUnit.MICROS),
                said(c.shift()),
                said(c.batches()),
                said(c.sense()),
                threshold,
                c.strainDependent(),
                c.confidence(),
                said(c.alsoKnownBy()),
                said(c.outsideRange()),
                c.answers() == null || c.answers().isEmpty() ? null : c.answers(),
                c.files() == null ? List.of() : c.files(),
                c.answers() == null || c.answers().isEmpty() ? null : c.method(),
                c.interview(),
                normal(c.failure()),
                normal(c.differences()),
                c.coAuthors() == null || c.coAuthors().isEmpty() ? null : c.coAuthors());
    }

    private static @Nullable List<Difference> normal(@Nullable List<Difference> differences) {
        return differences == null || differences.isEmpty()
                ? null
                : differences.stream()
                        .map(d -> new Difference(said(d.kind()), said(d.official()), said(d.done())))
                        .toList();
    }

    private static @Nullable Failure normal(@Nullable Failure f) {
        return f == null || f.isBlank()
                ? null
                : new Failure(said(f.tried()), said(f.happened()), said(f.because()), said(f.since()));
    }

    /** The same content under an id: the first save gives it one. */
    static ItemContent identified(ItemContent c) {
        return c.itemId() == null ? as(ItemId.create(), c) : c;
    }

    /** The same content as that of this item. */
    static ItemContent as(ItemId id, ItemContent c) {
        return c.of(id);
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static void needed(String where, @Nullable String text, List<Fault> faults) {
        if (text == null || text.isBlank()) {
            faults.add(Fault.of(where, "text.missing"));
        }
    }

    private static void texts(String at, ItemContent item, List<Fault> faults) {
        line(at + "title", item.title(), faults);
        Texts.check(at + "whatIsDone", item.whatIsDone(), Texts.LONGEST_ANSWER, faults);
        Texts.check(at + "why", item.why(), Texts.LONGEST_ANSWER, faults);
        Texts.check(at + "cue", item.cue(), Texts.LONGEST_ANSWER, faults);
        Texts.check(at + "consequence", item.consequence(), Texts.LONGEST_ANSWER, faults);
        line(at + "shift", item.shift(), faults);
        line(at + "batches", item.batches(), faults);
        line(at + "alsoKnownBy", item.alsoKnownBy(), faults);
        var threshold = item.threshold();
        if (threshold != null) {
            line(at + "threshold.value", threshold.value(), faults);
            line(at + "threshold.unit", threshold.unit(), faults);
            line(at + "threshold.estimatedBy", threshold.estimatedBy(), faults);
        }
        var failure = item.failure();
        if (failure != null) {
            Texts.check(at + "failure.tried", failure.tried(), Texts.LONGEST_ANSWER, faults);
            Texts.check(at + "failure.happened", failure.happened(), Texts.LONGEST_ANSWER, faults);
            Texts.check(at + "failure.because", failure.because(), Texts.LONGEST_ANSWER, faults);
            line(at + "failure.since", failure.since(), faults);
        }
    }

    private static void line(String where, @Nullable String text, List<Fault> faults) {
        Texts.check(where, text, Texts.LONGEST_LINE, faults);
    }

    private static void codes(String at, ItemContent item, List<Fault> faults) {
        code(
                at + "kind",
                item.kind(),
                Arrays.stream(ItemKind.values()).map(ItemKind::code).toList(),
                faults);
        code(at + "sense", item.sense(), SENSES, faults);
        code(
                at + "outsideRange",
                item.outsideRange(),
                Arrays.stream(OutsideRange.values()).map(OutsideRange::code).toList(),
                faults);
        var confidence = item.confidence();
        if (confidence != null && (confidence < 1 || confidence > 5)) {
            faults.add(Fault.of(at + "confidence", "capture.confidence"));
        }
    }

    private static void code(String where, @Nullable String code, Collection<String> codes, List<Fault> faults) {
        if (code != null && !code.isBlank() && !codes.contains(code)) {
            faults.add(Fault.of(
                    where,
                    "capture.unknown-code",
                    String.join(", ", codes.stream().sorted().toList())));
        }
    }

    private void observed(String at, @Nullable Instant observedAt, List<Fault> faults) {
        if (observedAt != null && (observedAt.isBefore(EARLIEST) || observedAt.isAfter(now.plus(Duration.ofDays(1))))) {
            faults.add(Fault.of(at + "observedAt", "capture.observed-at"));
        }
    }

    private static void differences(String where, @Nullable List<Difference> differences, List<Fault> faults) {
        if (differences == null) {
            return;
        }
        if (differences.size() > MOST_DIFFERENCES) {
            faults.add(Fault.of(where, "capture.too-many-differences", MOST_DIFFERENCES));
            return;
        }
        for (int i = 0; i < differences.size(); i++) {
            @Nullable Difference difference = differences.get(i);
            var at = where + "[" + i + "]";
            if (difference == null || Kind.of(difference.kind()).isEmpty()) {
                faults.add(Fault.of(
                        at + ".class",
                        "capture.unknown-code",
                        Arrays.stream(Kind.values()).map(Kind::code).collect(Collectors.joining(", "))));
                continue;
            }
            Texts.check(at + ".official", difference.official(), Texts.LONGEST_ANSWER, faults);
            Texts.check(at + ".done", difference.done(), Texts.LONGEST_ANSWER, faults);
            if (said(difference.official()) == null && said(difference.done()) == null) {
                faults.add(Fault.of(at, "capture.difference-of-nothing"));
            }
        }
    }

    private static void answers(String where, @Nullable Map<String, Object> answers, List<Fault> faults) {
        if (answers != null) {
            new AnswerShape(faults).check(where, answers);
        }
    }

    private static void files(
            String where, @Nullable List<String> files, Collection<String> known, List<Fault> faults) {
        if (files == null) {
            return;
        }
        if (files.size() > MOST_FILES) {
            faults.add(Fault.of(where, "capture.too-many-files", MOST_FILES));
            return;
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < files.size(); i++) {
            @Nullable String file = files.get(i);
            if (file == null || !known.contains(file) || !seen.add(file)) {
                faults.add(Fault.of(where + "[" + i + "]", "capture.file-not-of-draft"));
            }
        }
    }
}
