package dev.baton.workflow;

import dev.baton.Retold;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** The title of a duty as its reader says it; the engine keeps it in English. */
public final class DutyTitle {

    private DutyTitle() {}

    /** The title as one of Baton's own sentences; empty where it is the name of a step or of a transfer. */
    public static Optional<Retold> of(MessageSource messages, String kept) {
        return Retold.read(messages, kept, "task.about.trail-finding", "task.about.trail-review");
    }

    static String in(MessageSource messages, Locale language, String kept) {
        return of(messages, kept).map(title -> title.in(messages, language)).orElse(kept);
    }
}
