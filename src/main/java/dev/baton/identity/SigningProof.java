package dev.baton.identity;

import java.time.Instant;

/**
 * Proof that a person has just shown who they are for one act of signing. Made by {@link Reauthentication} alone, and
 * good for a minute.
 */
public final class SigningProof {

    private final String username;
    private final Instant at;

    SigningProof(String username, Instant at) {
        this.username = username;
        this.at = at;
    }

    /** Who has proved who they are. */
    public String username() {
        return username;
    }

    /** When. */
    public Instant at() {
        return at;
    }
}
