package dev.baton.web.book;

import dev.baton.capture.FileView;
import dev.baton.capture.ItemContent;
import dev.baton.capture.ItemView;
import dev.baton.transfer.StepView;
import dev.baton.web.book.BookSource.Material;
import dev.baton.workbook.Book.Block;
import dev.baton.workbook.Book.Chapter;
import dev.baton.workbook.Book.Heading;
import dev.baton.workbook.Book.Label;
import dev.baton.workbook.Book.Quiet;
import dev.baton.workbook.Book.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The chapters of a book that go along the process: what the instruction says, and what is known beyond it. */
@Component
class StepChapters {

    private final BookWords words;
    private final BookPictures pictures;

    StepChapters(BookWords words, BookPictures pictures) {
        this.words = words;
        this.pictures = pictures;
    }

    /** Place of a step's chapter. */
    static String place(StepView step) {
        return "step-" + step.position();
    }

    /** Place of an item's section. */
    static String place(ItemView item) {
        return "item-" + item.itemId();
    }

    Chapter of(StepView step, Material material) {
        var blocks = new ArrayList<Block>();
        official(step, blocks);
        for (var item : material.of(step)) {
            item(item, material, blocks);
        }
        return new Chapter(place(step), step.number(), step.name(), blocks);
    }

    private void official(StepView step, List<Block> blocks) {
        blocks.add(new Quiet(Stream.of(
                        step.unitOperation(),
                        step.equipment(),
                        step.critical() ? words.word("step.critical") : null,
                        step.sop() == null
                                ? null
                                : step.section() == null
                                        ? step.sop()
                                        : words.word("book.section", step.sop(), step.section()))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" \u00b7 "))));
        if (!step.officialInstruction().isBlank()) {
            blocks.add(new Label(words.word("book.official")));
            blocks.add(new Text(step.officialInstruction()));
        }
        step.parameters().forEach(parameter -> blocks.add(new Quiet(parameter(parameter))));
    }

    private String parameter(StepView.Parameter parameter) {
        var range = parameter.low() == null
                ? parameter.high() == null
                        ? ""
                        : words.word("book.at-most", parameter.high().toPlainString())
                : parameter.high() == null
                        ? words.word("book.at-least", parameter.low().toPlainString())
                        : parameter.low().toPlainString() + "\u2013"
                                + parameter.high().toPlainString();
        var unit = parameter.unit() == null ? "" : " " + parameter.unit();
        return parameter.name() + ": " + range + unit;
    }

    private void item(ItemView item, Material material, List<Block> blocks) {
        var content = item.content();
        blocks.add(new Heading(place(item), String.valueOf(content.title())));
        blocks.add(new Quiet(byline(item, material)));
        var failure = content.failure();
        if (failure != null) {
            add(blocks, "book.tried", failure.tried());
            add(blocks, "book.happened", failure.happened());
            add(blocks, "book.because", failure.because());
            add(blocks, "book.since", failure.since());
            add(blocks, "book.instead", content.whatIsDone());
        } else {
            text(blocks, content.whatIsDone());
        }
        add(blocks, "book.why", content.why());
        add(blocks, "book.cue", cue(content));
        add(blocks, "book.consequence", content.consequence());
        for (var file : item.files()) {
            file(file, String.valueOf(content.title()), blocks);
        }
        var landing = material.landing(item);
        if (landing != null) {
            var document = landing.document();
            blocks.add(new Quiet(
                    document == null
                            ? words.word("book.taught-only")
                            : landing.section() == null
                                    ? words.word("book.lives-in", document)
                                    : words.word("book.lives-in-section", document, landing.section())));
        }
    }

    private String byline(ItemView item, Material material) {
        var approved = material.approved(item);
        return words.word(
                "book.byline",
                words.word("kind." + item.content().kind()),
                material.names(item) ? item.authorName() : words.word("book.colleague"),
                String.valueOf(item.version()),
                approved == null ? "" : BookWords.day(approved.approvedAt()));
    }

    private void file(FileView file, String title, List<Block> blocks) {
        if (BookPictures.isPicture(file)) {
            var caption = words.word("book.caption", title, file.name());
            var picture = pictures.of(file, caption);
            if (picture.isPresent()) {
                blocks.add(picture.get());
                return;
            }
        }
        blocks.add(new Quiet(words.word("book.file", file.name())));
    }

    /** The cue with the sense it is for and the number at which it decides. */
    private @Nullable String cue(ItemContent content) {
        var threshold = content.threshold();
        var number = threshold == null || threshold.value() == null
                ? null
                : words.word(
                        "book.threshold",
                        Stream.of(threshold.value(), threshold.unit())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" ")));
        var parts = Stream.of(content.cue(), number)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining("\n"));
        return parts.isEmpty() ? null : parts;
    }

    private void add(List<Block> blocks, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            blocks.add(new Label(words.word(label)));
            text(blocks, text);
        }
    }

    private static void text(List<Block> blocks, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            blocks.add(new Text(text.strip()));
        }
    }
}
