package dev.baton.handover;

import dev.baton.identity.Role;
import dev.baton.signature.Meaning;
import java.util.Locale;

/** Who accepts a hand-over, and what each says with the signature; the sentence is {@code acceptance.says.<code>}. */
public enum Side {
    /** The sending unit: what is known is told, and it stays there to be asked. */
    SENDING("hand-over", Meaning.RESPONSIBILITY),
    /** The receiving unit: it can do it, and takes it. */
    RECEIVING("take-over", Meaning.APPROVAL),
    /** Quality: it was done as the rules ask, and the record is whole. */
    QUALITY("confirm", Meaning.APPROVAL);

    private final String decision;
    private final Meaning meaning;

    Side(String decision, Meaning meaning) {
        this.decision = decision;
        this.meaning = meaning;
    }

    /** The side in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is decided with the signature. */
    String decision() {
        return decision;
    }

    /** What the signature means. */
    public Meaning meaning() {
        return meaning;
    }

    /** Whose task it is, as a role. */
    Role role() {
        return switch (this) {
            case SENDING -> Role.TRANSFER_LEAD;
            case RECEIVING -> Role.RECEIVER;
            case QUALITY -> Role.QUALITY;
        };
    }
}
