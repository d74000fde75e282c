package dev.baton.audit;

import dev.baton.audit.ledger.Ledger;
import dev.baton.audit.ledger.LedgerAdministration;
import dev.baton.audit.ledger.PublishedKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door to the keys that sign the ledger, for the pages of the administrator. */
@Service
public class LedgerKeyring {

    private final Ledger ledger;
    private final LedgerAdministration administration;

    LedgerKeyring(Ledger ledger, LedgerAdministration administration) {
        this.ledger = ledger;
        this.administration = administration;
    }

    /**
     * A public key.
     *
     * @param to when its successor took over, or null while it signs
     */
    public record KeyView(String keyId, Instant from, @Nullable Instant to) {

        private static KeyView of(PublishedKey key) {
            return new KeyView(key.keyId(), key.from(), key.to());
        }
    }

    /** All keys, the one that signs now first. */
    public List<KeyView> keys() {
        return ledger.keys().stream()
                .map(KeyView::of)
                .sorted((one, other) -> other.from().compareTo(one.from()))
                .toList();
    }

    /** Has further checkpoints signed by a new key; as {@link LedgerAdministration#rotateKey}. */
    public void change(@Nullable String reason) {
        administration.rotateKey(reason);
    }
}
