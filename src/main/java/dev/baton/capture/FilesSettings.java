package dev.baton.capture;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where evidence files are kept.
 *
 * @param directory the folder; made when it is not there
 */
@ConfigurationProperties("baton.files")
record FilesSettings(@DefaultValue("./data/files") Path directory) {}
