package dev.baton.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the first page says: who needs the person, one next task, the rest for later, and news. */
record HomePage(String sentence, @Nullable TaskCard next, List<TaskCard> later, List<News> notices) {

    /**
     * A task in a few words.
     *
     * @param step number and name of its step, or null where the title says it or there is none
     */
    record TaskCard(
            String taskId,
            String kind,
            String title,
            @Nullable String step,
            String transfer,
            @Nullable When due,
            boolean overdue) {}
}
