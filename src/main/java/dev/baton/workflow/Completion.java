package dev.baton.workflow;

import dev.baton.capture.ItemId;
import dev.baton.signature.SignatureView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What completing a task brought. */
public record Completion(List<SignatureView> signatures, List<ItemId> items, @Nullable Next next) {

    /**
     * Who has it next.
     *
     * @param who names of the people, separated by a comma and a blank
     */
    public record Next(String who, TaskKind kind, @Nullable Instant dueAt) {}
}
