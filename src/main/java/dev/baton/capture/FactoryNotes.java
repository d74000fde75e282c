package dev.baton.capture;

import dev.baton.capture.HiddenFactoryView.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What has to be known beside the figures of a hidden factory: what is missing, and what they rest on. */
@Component
public class FactoryNotes {

    private final MessageSource messages;

    FactoryNotes(MessageSource messages) {
        this.messages = messages;
    }

    /** What the figures of a process rest on, in sentences. */
    public List<String> of(HiddenFactoryView view, Locale locale) {
        var process = view.process();
        var notes = new ArrayList<String>();
        notes.add(word(locale, "factory.note.told", process.told(), process.steps()));
        if (process.yields() == 0) {
            notes.add(word(locale, "factory.note.no-yield"));
        } else if (process.yields() < process.steps()) {
            notes.add(word(locale, "factory.note.rolled", process.yields(), process.steps()));
        }
        if (process.unreported() > 0) {
            notes.add(word(locale, "factory.note.unreported", process.unreported(), process.yields()));
        }
        if (view.steps().stream().anyMatch(step -> step.figures().unnumbered() > 0)) {
            notes.add(word(locale, "factory.note.at-least"));
        }
        return List.copyOf(notes);
    }

    /** What the figures of a step rest on, in sentences. */
    public List<String> of(Step step, Locale locale) {
        var figures = step.figures();
        var notes = new ArrayList<String>();
        if (!figures.isTold()) {
            notes.add(word(locale, "factory.note.untold"));
            return List.copyOf(notes);
        }
        if (figures.firstTimeYield() == null) {
            notes.add(word(locale, "factory.note.step-no-yield"));
        }
        if (figures.reportedYield() == null) {
            notes.add(word(locale, "factory.note.step-unreported"));
        }
        if (figures.unnumbered() > 0) {
            notes.add(word(locale, "factory.note.unnumbered", figures.unnumbered(), figures.loops()));
        }
        figures.doubts().stream().sorted().forEach(doubt -> notes.add(word(locale, "factory.doubt." + doubt.code())));
        if (figures.experts() > 1) {
            notes.add(word(locale, "factory.note.voices", figures.experts()));
        }
        return List.copyOf(notes);
    }

    private String word(Locale locale, String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
