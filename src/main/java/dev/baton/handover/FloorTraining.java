package dev.baton.handover;

import dev.baton.verification.Reading;
import java.util.List;

/**
 * Where whoever reads a card stands with what it says.
 *
 * @param asked whether they are of the receiving site, where the card is worked by
 * @param signs whether they are a receiver of the transfer, who reads and signs
 * @param copies whether they may take a copy on paper along
 * @param unread what on the card they have neither read and understood nor been instructed on
 */
public record FloorTraining(boolean asked, boolean signs, boolean copies, List<Reading> unread) {

    /** Whether they are told to read first. */
    public boolean isUntrained() {
        return !unread.isEmpty();
    }
}
