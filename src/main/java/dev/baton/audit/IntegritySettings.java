package dev.baton.audit;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this installation checks its records.
 *
 * @param marks the file outside the database that remembers how far the trail had come; only ever appended to
 * @param nightly when the checks run by themselves, as a cron expression in UTC; of the ledger they look at what is new
 * @param weekly when they look at everything by themselves, as a cron expression in UTC
 */
@ConfigurationProperties("baton.integrity")
record IntegritySettings(
        @DefaultValue("./data/trail-marks.txt") Path marks,
        @DefaultValue("0 30 2 * * *") String nightly,
        @DefaultValue("0 30 4 * * SUN") String weekly) {}
