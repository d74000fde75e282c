package dev.baton;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this installation keeps what is not in a configured database.
 *
 * @param directory evaluation database and evidence files; {@code BATON_DATA_DIR}
 */
@ConfigurationProperties("baton.data")
record DataSettings(@DefaultValue("./data") Path directory) {}
