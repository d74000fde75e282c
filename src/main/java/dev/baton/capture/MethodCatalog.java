package dev.baton.capture;

import dev.baton.StartRefused;
import dev.baton.capture.method.Method;
import dev.baton.capture.method.MethodReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The methods there are: those that ship with the product and the site's own, read once at start; and every definition
 * that anybody ever signed with, kept in the database.
 */
@Component
class MethodCatalog {

    private final Map<String, Method> current;
    private final Map<String, Method> kept = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Clock clock;

    MethodCatalog(MethodsSettings settings, JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.current = load(settings.directory());
    }

    /** The shipped methods and, over them, those of the folder. A wrong definition stops with its place. */
    static Map<String, Method> load(@Nullable Path directory) {
        var all = shipped();
        if (directory != null) {
            all.putAll(ofFolder(directory));
        }
        return Map.copyOf(all);
    }

    Collection<Method> current() {
        return new TreeMap<>(current).values();
    }

    Optional<Method> current(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(current.get(id));
    }

    /** The very definition that something was written with, or empty when nobody ever signed with it. */
    Optional<Method> exact(String definition) {
        return current.values().stream()
                .filter(method -> method.definition().equals(definition))
                .findFirst()
                .or(() -> Optional.ofNullable(kept.get(definition)))
                .or(() -> stored(definition));
    }

    /** Keeps the definition for as long as the record that was made with it. */
    void keep(String definition) {
        exact(definition).ifPresent(method -> jdbc.sql("insert into method_definition"
                        + " (definition, method_id, method_version, source, kept_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(definition, method.id(), method.version(), method.source(), Timestamp.from(clock.instant()))
                .update());
    }

    private Optional<Method> stored(String definition) {
        return jdbc.sql("select source from method_definition where definition = ?")
                .param(definition)
                .query(String.class)
                .optional()
                .map(source -> MethodReader.read("kept " + definition, source))
                .map(method -> {
                    kept.put(definition, method);
                    return method;
                });
    }

    private static Map<String, Method> shipped() {
        var sources = new TreeMap<String, String>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:methods/*.yaml")) {
                sources.put("methods/" + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(sources);
    }

    private static Map<String, Method> ofFolder(Path directory) {
        var sources = new TreeMap<String, String>();
        try (var files = Files.list(directory)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                sources.put(file.toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new StartRefused("The folder of methods " + directory + " (baton.methods.directory) cannot be read: "
                    + e.getMessage());
        }
        return read(sources);
    }

    private static Map<String, Method> read(Map<String, String> sources) {
        var methods = new HashMap<String, Method>();
        var from = new HashMap<String, String>();
        sources.forEach((file, text) -> {
            var method = MethodReader.read(file, text);
            var other = from.put(method.id(), file);
            if (other != null) {
                throw new StartRefused("Two files define the method \"" + method.id() + "\": " + List.of(other, file));
            }
            methods.put(method.id(), method);
        });
        return methods;
    }
}
