package dev.baton.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the first page says: who needs the person, one next task, the rest for later, and news. */
record HomePage(String sentence, @Nullable TaskCard next, List<TaskCard> later, List<News> notices) {

    /** A task in a few words. */
    record TaskCard(String taskId, String kind, String title, String transfer, @Nullable When due, boolean overdue) {}

    /** Something that happened to what the person has to do with. */
    record News(String text, @Nullable String link, When at) {}
}
