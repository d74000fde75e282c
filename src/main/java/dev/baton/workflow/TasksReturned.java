package dev.baton.workflow;

import dev.baton.transfer.TransferId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's tasks of a transfer cannot wait for them. Published in the transaction that gave them back.
 *
 * @param username who is away or has left
 * @param delegate who stands in, or null
 * @param returned how many reviews went back to whoever may do them
 * @param handed how many of them went to the delegate
 * @param waiting how many tasks only the lead can give to another
 * @param leads user names of the transfer's leads
 */
public record TasksReturned(
        TransferId transferId,
        String username,
        @Nullable String delegate,
        int returned,
        int handed,
        int waiting,
        List<String> leads) {}
