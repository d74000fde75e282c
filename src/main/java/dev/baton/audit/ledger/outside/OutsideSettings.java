package dev.baton.audit.ledger.outside;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where checkpoints go outside the database.
 *
 * @param file only ever appended to, one JSON line for each checkpoint
 * @param fileEvery how often while there are new entries
 */
@ConfigurationProperties("baton.ledger.outside")
record OutsideSettings(
        @DefaultValue("./data/ledger/checkpoints.jsonl") Path file,
        @DefaultValue("PT1M") Duration fileEvery,
        @DefaultValue Mail mail,
        @DefaultValue TimeStamp timeStamp) {

    /**
     * A mailbox that Baton cannot delete from.
     *
     * @param to the address; null: no mail
     */
    record Mail(
            @Nullable String to, @DefaultValue("baton@localhost") String from, @DefaultValue("P1D") Duration every) {}

    /**
     * A time-stamp service (RFC 3161).
     *
     * @param url its address; null: none
     * @param certificate PEM file with the certificate of the service or of who issued it; null: any that the token brings
     */
    record TimeStamp(
            @Nullable URI url,
            @Nullable Path certificate,
            @DefaultValue("PT1H") Duration every,
            @DefaultValue("PT20S") Duration patience) {}
}
