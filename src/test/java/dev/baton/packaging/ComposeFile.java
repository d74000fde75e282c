package dev.baton.packaging;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of the Compose Specification that this project uses, as types: an unknown property, a word where a list
 * belongs or a key given twice is an error.
 */
record ComposeFile(String name, Map<String, Service> services, @Nullable Map<String, @Nullable Volume> volumes) {

    /** One container. */
    record Service(
            @Nullable String image,
            @Nullable Build build,
            @Nullable Map<String, Dependency> dependsOn,
            @Nullable Map<String, String> environment,
            @Nullable List<String> ports,
            @Nullable List<String> volumes,
            @Nullable List<String> tmpfs,
            @Nullable List<String> capDrop,
            @Nullable List<String> securityOpt,
            @Nullable Boolean readOnly,
            @Nullable Healthcheck healthcheck,
            @Nullable Restart restart) {}

    /** How an image is built. */
    record Build(String context, String dockerfile) {}

    /** What must be the case before a service starts. */
    record Dependency(Condition condition) {}

    /** How a service's health is asked. */
    record Healthcheck(
            List<String> test,
            @Nullable String interval,
            @Nullable String timeout,
            @Nullable Integer retries,
            @Nullable String startPeriod) {}

    /** A named volume with the driver's defaults. */
    record Volume() {}

    /** States of a dependency that the specification knows. */
    enum Condition {
        SERVICE_STARTED,
        SERVICE_HEALTHY,
        SERVICE_COMPLETED_SUCCESSFULLY
    }

    /** Restart policies that the specification knows. */
    enum Restart {
        NO,
        ALWAYS,
        ON_FAILURE,
        UNLESS_STOPPED;

        @JsonCreator
        static Restart of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private static final ObjectMapper STRICT = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    static ComposeFile read(Path file) throws IOException {
        return STRICT.readValue(file.toFile(), ComposeFile.class);
    }

    static ComposeFile parse(String yaml) throws IOException {
        return STRICT.readValue(yaml, ComposeFile.class);
    }
}
