package dev.baton.handover;

import dev.baton.identity.Role;
import dev.baton.signature.Meaning;
import java.util.Locale;

/** Who signs a document of a transfer, one after the other, three different people. */
public enum DocumentPart {
    /** The lead made it. */
    AUTHOR(Meaning.AUTHORSHIP, Role.TRANSFER_LEAD, "author"),
    /** Somebody of the receiving unit has read it. */
    REVIEW(Meaning.REVIEW, Role.RECEIVER, "accept"),
    /** Quality approves it. */
    APPROVE(Meaning.APPROVAL, Role.QUALITY, "accept");

    private final Meaning meaning;
    private final Role role;
    private final String decision;

    DocumentPart(Meaning meaning, Role role, String decision) {
        this.meaning = meaning;
        this.role = role;
        this.decision = decision;
    }

    /** The part in keys of words. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the signature means. */
    public Meaning meaning() {
        return meaning;
    }

    /** The role in which it is signed. */
    public Role role() {
        return role;
    }

    String decision() {
        return decision;
    }
}
