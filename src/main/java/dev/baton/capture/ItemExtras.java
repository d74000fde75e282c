package dev.baton.capture;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What other modules add to an item's JSON, such as review's triage and questions. */
public interface ItemExtras {

    /** Properties to add; never one that the item has already. */
    Map<String, @Nullable Object> extras(ItemView item);
}
