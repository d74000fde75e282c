package dev.baton.audit;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Whose part in which records the trail keeps from a reader who may not know. Implemented where that is known. */
public interface HeldParts {

    /**
     * One person's part in one item.
     *
     * @param secrets values that would tell it: user name, printed name, the request it came from
     * @param files ids of the files that came with the item
     */
    record Part(UUID item, String username, Set<String> secrets, Set<String> files) {}

    /** The held parts of a transfer; none of the current actor's own. */
    List<Part> of(UUID transfer);

    /** Whether the current actor may know them; each look is noted. */
    boolean mayKnow();

    /** Notes that the current actor saw, in the trail, who wrote these items. */
    void seen(Set<UUID> items);

    /** What stands in place of a name. */
    String words();
}
