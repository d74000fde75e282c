package dev.baton.identity;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.identity.IdentityRefusals.EntryRefused;
import dev.baton.identity.IdentityRefusals.ReasonMissing;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every change to something already saved carries its reason (EU GMP Annex 11, 9). */
public final class Reasons {

    private static final int LONGEST = 2_000;

    private Reasons() {}

    /**
     * Does the work for the reason.
     *
     * @throws ReasonMissing when there is none
     * @throws EntryRefused when it is too long or holds characters that cannot be kept
     */
    public static <T extends @Nullable Object> T require(@Nullable String reason, Supplier<T> work) {
        if (reason == null || reason.isBlank()) {
            throw new ReasonMissing();
        }
        var faults = new ArrayList<Fault>();
        Texts.check("reason", reason, LONGEST, faults);
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
        return Acting.because(reason.strip(), work);
    }
}
