package dev.baton.capture;

import dev.baton.signature.ContentHash;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a name in signed content while the name is held in confidence. A bare hash of a name could be guessed from
 * a list of the team, so a random number goes in with it.
 */
final class NameSeal {

    private static final String MARK = "sealed:";

    private NameSeal() {}

    /** The name itself where there is no seal. */
    static String of(@Nullable String seal, ItemId item, String username) {
        return seal == null
                ? username
                : MARK + ContentHash.of(Map.of("item", item.toString(), "name", username, "seal", seal));
    }
}
