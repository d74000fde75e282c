package dev.baton.identity;

import org.jspecify.annotations.Nullable;

/** Somebody cannot do their tasks for now or any more, or can again. Published in the transaction that noticed it. */
public sealed interface PresenceEvent {

    /** The person. */
    String username();

    /**
     * An absence has begun.
     *
     * @param delegate user name of whoever stands in, or null
     */
    record Away(String username, @Nullable String delegate) implements PresenceEvent {}

    /** The account was closed. */
    record Left(String username) implements PresenceEvent {}

    /** The account was opened again. */
    record Returned(String username) implements PresenceEvent {}
}
