package dev.baton.web.book;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a handover book.
 *
 * @param at when it was made
 * @param size how many entries the ledger had at the checkpoint it carries
 * @param root the root of the ledger's tree then
 * @param acceptedAt when the hand-over was accepted, or null while it is in work
 */
record Edition(Instant at, long size, String root, @Nullable Instant acceptedAt) {}
