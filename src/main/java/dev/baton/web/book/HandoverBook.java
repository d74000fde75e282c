package dev.baton.web.book;

import dev.baton.capture.ItemView;
import dev.baton.handover.AcceptanceState;
import dev.baton.handover.Side;
import dev.baton.recognition.RecognitionRecord.Contributor;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferView;
import dev.baton.web.book.BookSource.Material;
import dev.baton.workbook.Book;
import dev.baton.workbook.Book.Block;
import dev.baton.workbook.Book.Chapter;
import dev.baton.workbook.Book.Label;
import dev.baton.workbook.Book.Name;
import dev.baton.workbook.Book.Names;
import dev.baton.workbook.Book.Part;
import dev.baton.workbook.Book.Quiet;
import dev.baton.workbook.Book.Quote;
import dev.baton.workbook.Book.Reference;
import dev.baton.workbook.Book.References;
import dev.baton.workbook.Book.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a handover book together: what was learned by theme and by step, who gave it, thanks, and an index of cues. */
@Component
class HandoverBook {

    private static final int LONGEST_ENTRY = 90;

    private final BookSource source;
    private final StepChapters chapters;
    private final AcceptanceState acceptance;
    private final BookWords words;

    HandoverBook(BookSource source, StepChapters chapters, AcceptanceState acceptance, BookWords words) {
        this.source = source;
        this.chapters = chapters;
        this.acceptance = acceptance;
        this.words = words;
    }

    /** The book of that transfer in that edition. */
    Book of(TransferView transfer, Edition edition) {
        var material = source.of(transfer);
        return new Book(
                "urn:baton:handover-book:" + transfer.id() + ":" + edition.size(),
                transfer.name(),
                words.word("book.subtitle", transfer.product(), transfer.sendingSite(), transfer.receivingSite()),
                words.word("book.overline"),
                List.of(
                        words.word("book.sites", transfer.sendingSite(), transfer.receivingSite()),
                        BookWords.day(edition.at())),
                imprint(transfer, edition),
                mark(edition),
                Stream.of(preface(material), themes(material), steps(material), people(material), index(material))
                        .filter(part -> !part.chapters().isEmpty())
                        .toList(),
                new Book.Words(words.word("book.contents"), "en"));
    }

    /** What stands on every page until the hand-over is accepted. */
    @Nullable
    String mark(Edition edition) {
        return edition.acceptedAt() == null ? words.word("book.in-work", BookWords.day(edition.at())) : null;
    }

    private List<String> imprint(TransferView transfer, Edition edition) {
        var lines = new ArrayList<String>();
        lines.add(words.word("book.imprint.title", transfer.name()));
        lines.add(words.word(
                "book.imprint.edition", BookWords.day(edition.at()), String.valueOf(edition.size()), edition.root()));
        lines.add("");
        var accepted = edition.acceptedAt();
        if (accepted == null) {
            lines.add(words.word("book.imprint.in-work"));
        } else {
            lines.add(words.word("book.imprint.accepted", BookWords.day(accepted)));
            acceptance.of(transfer.id()).ifPresent(view -> Stream.of(Side.values())
                    .flatMap(side -> view.of(side).stream())
                    .forEach(signature -> lines.add(words.word(
                            "gate.override.signer",
                            signature.signer(),
                            words.word("role." + signature.role().code()),
                            signature.site()))));
        }
        lines.add("");
        lines.add(words.word("book.imprint.what"));
        lines.add(words.word("book.imprint.names"));
        lines.add("");
        lines.add(words.word("book.imprint.set"));
        return lines;
    }

    private Part preface(Material material) {
        var transfer = material.transfer();
        var told = material.steps().stream()
                .filter(step -> !material.of(step).isEmpty())
                .count();
        List<Block> blocks = List.of(
                new Quote(transfer.purpose(), words.word("book.preface.purpose")),
                new Text(words.word("book.preface.text", transfer.sendingSite(), transfer.receivingSite())),
                new Text(words.word(
                        "book.preface.counts",
                        material.steps().size(),
                        told,
                        material.items().size())),
                new Text(words.word("book.preface.reading")));
        return new Part(
                "before",
                words.word("book.before"),
                List.of(new Chapter("preface", "", words.word("book.preface"), blocks)));
    }

    private Part themes(Material material) {
        var byKind = material.items().stream()
                .collect(Collectors.groupingBy(
                        item -> String.valueOf(item.content().kind()), TreeMap::new, Collectors.toList()));
        var number = new int[1];
        var found = byKind.entrySet().stream()
                .map(theme -> new Chapter(
                        "theme-" + theme.getKey(),
                        roman(++number[0]),
                        words.word("book.theme." + theme.getKey()),
                        List.of(
                                new Text(words.word("book.theme." + theme.getKey() + ".about")),
                                new References(theme.getValue().stream()
                                        .map(item -> reference(item, material))
                                        .toList()))))
                .toList();
        return new Part("themes", words.word("book.themes"), found);
    }

    private static Reference reference(ItemView item, Material material) {
        var number = material.steps().stream()
                .filter(step -> step.id().equals(item.stepId()))
                .map(StepView::number)
                .findFirst()
                .orElse("");
        return new Reference(number, String.valueOf(item.content().title()), List.of(StepChapters.place(item)));
    }

    private Part steps(Material material) {
        var told = new ArrayList<Chapter>();
        var silent = new ArrayList<Reference>();
        for (var step : material.steps()) {
            if (material.of(step).isEmpty()) {
                silent.add(new Reference(step.number(), step.name(), List.of()));
            } else {
                told.add(chapters.of(step, material));
            }
        }
        if (!silent.isEmpty()) {
            told.add(new Chapter(
                    "as-written",
                    "",
                    words.word("book.as-written"),
                    List.of(new Text(words.word("book.as-written.about")), new References(silent))));
        }
        return new Part("steps", words.word("book.steps"), told);
    }

    private Part people(Material material) {
        var roll = material.roll();
        var found = new ArrayList<Chapter>();
        var gave = new ArrayList<Block>();
        gave.add(new Text(words.word("book.contributors.about")));
        gave.add(new Names(roll.named().stream().map(this::name).toList()));
        if (roll.unnamed() > 0) {
            gave.add(new Quiet(words.word("book.contributors.unnamed", roll.unnamed())));
        }
        found.add(new Chapter("contributors", "", words.word("book.contributors"), gave));
        if (!roll.thanks().isEmpty()) {
            found.add(new Chapter(
                    "thanks",
                    "",
                    words.word("book.thanks"),
                    roll.thanks().stream()
                            .<Block>map(said -> new Quote(
                                    said.text(),
                                    words.word("book.thanks.by", said.fromName(), said.toName(), said.title())))
                            .toList()));
        }
        return new Part("people", words.word("book.people"), found);
    }

    private Name name(Contributor person) {
        var did = Stream.concat(
                        person.acts().stream().map(act -> words.word("credit.did." + act)),
                        person.thanked() ? Stream.of(words.word("credit.did.thanked")) : Stream.empty())
                .distinct()
                .collect(Collectors.joining(", "));
        return new Name(person.name(), person.site() + (did.isEmpty() ? "" : " \u00b7 " + did));
    }

    /** Cues by sense, each with its step; the ones whose sense nobody named come last. */
    private Part index(Material material) {
        var bySense = material.items().stream()
                .filter(item ->
                        item.content().cue() != null && !item.content().cue().isBlank())
                .collect(Collectors.groupingBy(
                        item -> Objects.requireNonNullElse(item.content().sense(), "~"),
                        TreeMap::new,
                        Collectors.toList()));
        var blocks = new ArrayList<Block>();
        bySense.forEach((sense, items) -> {
            blocks.add(
                    new Label(sense.equals("~") ? words.word("book.index.other") : words.word("book.index." + sense)));
            blocks.add(new References(items.stream()
                    .map(item -> new Reference(
                            "", shortened(String.valueOf(item.content().cue())), List.of(StepChapters.place(item))))
                    .sorted(Comparator.comparing(Reference::text, String.CASE_INSENSITIVE_ORDER))
                    .toList()));
        });
        return new Part(
                "index",
                words.word("book.index"),
                blocks.isEmpty() ? List.of() : List.of(new Chapter("cues", "", words.word("book.index.cues"), blocks)));
    }

    private static String shortened(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_ENTRY) {
            return line;
        }
        var end = line.lastIndexOf(' ', LONGEST_ENTRY);
        return line.substring(0, end > 0 ? end : LONGEST_ENTRY) + "\u2026";
    }

    private static String roman(int number) {
        return List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
                .get((number - 1) % 10);
    }
}
