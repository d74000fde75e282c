package dev.baton.capture;

import dev.baton.capture.CaptureRefusals.Unknown;
import java.util.UUID;

/** Identifies a working note: the draft of a request has the request's id, the draft of a next version its item's. */
public record DraftId(UUID value) {

    /** The draft of that request. */
    public static DraftId of(CaptureId capture) {
        return new DraftId(capture.value());
    }

    /** The draft of that item's next version. */
    public static DraftId of(ItemId item) {
        return new DraftId(item.value());
    }

    /** Reads an id; what is no id names nothing. */
    public static DraftId of(String text) {
        try {
            return new DraftId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new Unknown();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
