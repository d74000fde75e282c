package dev.baton.identity;

import java.time.Duration;
import java.time.Instant;

/** The application's clock and the database's: whether they tell the same time. */
public sealed interface ClockEvent {

    /** When it was noticed, by the application's clock. */
    Instant at();

    /**
     * They differ by more than is allowed; nothing is signed from now on.
     *
     * @param by how far the application is ahead of the database, negative when behind
     */
    record ClocksDiffer(Duration by, Instant at) implements ClockEvent {}

    /** They agree again; signing goes on. */
    record ClocksAgree(Instant at) implements ClockEvent {}
}
