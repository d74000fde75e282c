package dev.baton.recognition;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rhythm of the pulse.
 *
 * @param seals folder of the keys of ballots that are not opened yet; shared by all nodes, and part of no back-up
 * @param every how long after a round begins the next one does
 * @param open how long a round takes answers
 */
@ConfigurationProperties("baton.pulse")
record PulseSettings(
        @DefaultValue("./data/pulse") Path seals,
        @DefaultValue("14d") Duration every,
        @DefaultValue("5d") Duration open) {}
