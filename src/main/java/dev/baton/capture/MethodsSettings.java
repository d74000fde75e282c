package dev.baton.capture;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Elicitation methods of the site's own.
 *
 * @param directory a folder with further {@code .yaml} definitions; one with the id of a shipped method replaces it. Null
 *     when there are none
 */
@ConfigurationProperties("baton.methods")
record MethodsSettings(@Nullable Path directory) {}
