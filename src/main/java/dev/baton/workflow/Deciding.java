package dev.baton.workflow;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Marks on the thread that one of our own listeners moves a process because a module's record changed. Without the mark
 * no user task ends.
 */
final class Deciding {

    private record Mark(String processInstanceId, @Nullable String returnTo, Set<String> prepared) {}

    private static final ThreadLocal<@Nullable Mark> CURRENT = new ThreadLocal<>();

    private Deciding() {}

    /** Moves this process instance. */
    static void about(String processInstanceId, Runnable move) {
        about(processInstanceId, null, move);
    }

    /** Moves this process instance; the task that opens goes to this person alone. */
    static void about(String processInstanceId, @Nullable String returnTo, Runnable move) {
        var before = CURRENT.get();
        CURRENT.set(new Mark(processInstanceId, returnTo, new HashSet<>()));
        try {
            move.run();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** Whether this process instance is being moved by us. */
    static boolean isAbout(String processInstanceId) {
        var mark = CURRENT.get();
        return mark != null && mark.processInstanceId().equals(processInstanceId);
    }

    /** The people of this task were found in the course of the move. */
    static void prepared(String taskId) {
        var mark = CURRENT.get();
        if (mark != null) {
            mark.prepared().add(taskId);
        }
    }

    /** Whether the people of this task were found in the course of the move. */
    static boolean isPrepared(String taskId) {
        var mark = CURRENT.get();
        return mark != null && mark.prepared().contains(taskId);
    }

    /** Who asked and gets the task back, or null. */
    static @Nullable String returnTo() {
        var mark = CURRENT.get();
        return mark == null ? null : mark.returnTo();
    }
}
