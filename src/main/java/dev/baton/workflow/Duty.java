package dev.baton.workflow;

import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of user task whose work is done on a page of the portal, where its record is, and not in the form of an item.
 * One bean for each kind. The task is in every list of tasks; its form in Tasklist leads to the page. It ends when the
 * module that keeps the record says so by an event, and {@link DutyProcess#done} is called in the same transaction.
 */
public interface Duty {

    /** The kind in the API, in kebab case, such as {@code trail-review}; words for it stand under {@code task.kind.*}. */
    String kind();

    /** Key of the process in which it is drawn; its business key is the id of the record. */
    String processKey();

    /** Id of the user task in the diagram; no other process has one of that id. */
    String definitionKey();

    /** The page of the portal where the work is done, as a path from the root. */
    String page(String key);

    /** What the card says and whose the task is; asked when the task opens and when the team changes. */
    Card card(String key);

    /** Whether the record is where the task leads, signed where it must be; until then the task does not end. */
    boolean isDone(String key);

    /** Ids of all records for which such a task has to be open now, for the check of engine against records. */
    Set<String> waiting();

    /**
     * A task in a few words.
     *
     * @param title what it is about: names of steps and transfers, never content and never a person's name in confidence
     * @param assignee user name of the one person whose it is, or null where any of the candidates may take it
     * @param candidates user names of who may take it
     */
    record Card(
            TransferId transferId,
            @Nullable StepId stepId,
            String title,
            Instant dueAt,
            @Nullable String assignee,
            List<String> candidates) {}
}
