package dev.baton.audit.export;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where exports are made and how long they are kept.
 *
 * @param directory a folder of this node alone; made when it is not there, readable by the product only
 * @param kept how long a finished file can be fetched
 * @param keptAfterFetch how long it stays after it was fetched whole
 * @param paperRows most entries that are put on paper
 */
@ConfigurationProperties("baton.exports")
public record ExportSettings(
        @DefaultValue("./data/exports") Path directory,
        @DefaultValue("PT4H") Duration kept,
        @DefaultValue("PT10M") Duration keptAfterFetch,
        @DefaultValue("20000") int paperRows) {}
