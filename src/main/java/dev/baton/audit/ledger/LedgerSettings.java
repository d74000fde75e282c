package dev.baton.audit.ledger;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ledger's key and rhythm.
 *
 * @param every the sealer's rhythm while there is work
 */
@ConfigurationProperties("baton.ledger")
record LedgerSettings(@DefaultValue Key key, @DefaultValue("PT1S") Duration every) {

    /**
     * Where the private key is; never in the database.
     *
     * @param file PKCS#8 PEM, readable by the owner alone; made at the first start
     * @param pem the same text from a secret store, in place of the file
     * @param rotationReason why {@code pem} or {@code file} now holds another key than before; null otherwise
     */
    record Key(
            @DefaultValue("./data/ledger/key.pem") Path file, @Nullable String pem, @Nullable String rotationReason) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Key[file=" + file + ", pem=" + (pem == null ? "none" : "given") + "]";
        }
    }
}
