package dev.baton.transfer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as its members see it.
 *
 * @param seasonDeadline last day on which the season can still be served, or null
 * @param steps how many process steps it has
 * @param started whether capture has been started
 */
public record TransferView(
        TransferId id,
        String name,
        String product,
        String sendingSite,
        String receivingSite,
        String purpose,
        @Nullable LocalDate seasonDeadline,
        Phase phase,
        int steps,
        boolean started) {}
