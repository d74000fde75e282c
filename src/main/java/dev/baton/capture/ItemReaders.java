package dev.baton.capture;

import dev.baton.transfer.TransferId;
import java.util.Set;

/**
 * Which items a person reads as part of a duty of theirs, such as a review they have taken. Each module with such duties
 * contributes a bean; {@link OwnVoiceFirst} asks them all.
 */
public interface ItemReaders {

    /** The items of the transfer that this person reads, or has read, on duty. */
    Set<ItemId> readBy(TransferId transfer, String username);

    /** The same in all transfers, in one statement: for lists. */
    Set<ItemId> readBy(String username);
}
