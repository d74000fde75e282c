package dev.baton.audit.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry's place in the ledger.
 *
 * @param index number of the leaf, from 0
 * @param no number of the entry in the trail
 * @param transferNo place within the transfer, from 1; null where {@code transfer} is
 * @param hash hash of the leaf, lower-case hexadecimal
 */
public record LedgerLeaf(long index, long no, @Nullable UUID transfer, @Nullable Long transferNo, String hash) {}
