package dev.baton.workflow;

import dev.baton.capture.Confidence;
import dev.baton.capture.ItemId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to whom news of an open task reaches. Events are kept for good: of an item in confidence they say neither
 * who wrote it nor among which colleagues the author is missing, so that is asked when the news is told.
 */
@Service
@Transactional(readOnly = true)
public class TaskAudience {

    private final Engine engine;
    private final TaskPeople people;
    private final Confidence confidence;

    TaskAudience(Engine engine, TaskPeople people, Confidence confidence) {
        this.engine = engine;
        this.people = people;
        this.confidence = confidence;
    }

    /** User names of whoever the event is for; of a held task whose it is now, and nobody once it has ended. */
    public List<String> of(WorkflowEvent event) {
        var item = event.itemId();
        if (!event.people().isEmpty() || item == null || !confidence.isHeld(item)) {
            return event.people();
        }
        var task = engine.asSystem(
                () -> engine.tasks().createTaskQuery().taskId(event.taskId()).singleResult());
        return task == null ? List.of() : people.of(task);
    }

    /** The people of a task as an event may keep them. */
    List<String> told(TaskKind kind, @Nullable ItemId item, List<String> usernames) {
        var tells = kind == TaskKind.REWORK || kind.isAmongExperts();
        return item != null && tells && confidence.isHeld(item) ? List.of() : usernames;
    }
}
