package dev.baton.signature;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is signed.
 *
 * @param type sort of record, such as {@code item}, {@code nothing-hidden}, {@code peer-substitution}
 * @param id the record
 * @param version the exact version; 1 where a record has only one
 * @param title what people call it
 * @param transfer its transfer
 * @param item the knowledge item it belongs to, or null
 */
public record SignedSubject(String type, UUID id, int version, String title, UUID transfer, @Nullable UUID item) {}
