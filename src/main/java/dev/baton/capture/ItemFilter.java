package dev.baton.capture;

import dev.baton.transfer.StepId;
import org.jspecify.annotations.Nullable;

/** Which of a transfer's items a list holds; null for all. */
public record ItemFilter(@Nullable StepId step, @Nullable ItemState state, @Nullable ItemKind kind) {

    /** Every item. */
    public static final ItemFilter ALL = new ItemFilter(null, null, null);

    /** Items of one kind. */
    public static ItemFilter of(ItemKind kind) {
        return new ItemFilter(null, null, kind);
    }
}
