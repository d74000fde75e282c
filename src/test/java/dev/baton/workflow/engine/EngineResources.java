package dev.baton.workflow.engine;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;

/** Every method and path that the engine's REST resources answer to, read from their annotations. */
final class EngineResources {

    /** One thing that can be asked; the path is relative to the engine and has its variables in braces. */
    record Endpoint(String method, String path) {

        /** The path with something believable in place of each variable. */
        String filled(String username) {
            return path.replaceFirst("^user/\\{[^}]+}", "user/" + username)
                    .replaceAll("\\{[^}]+}", "0f8fad5b-d9cb-469f-a165-70867728950e");
        }

        /** Method and path with unnamed variables. */
        String template() {
            return method + " " + path.replaceAll("\\{[^}]+}", "{}");
        }
    }

    private final Set<Endpoint> found = new LinkedHashSet<>();
    private final Deque<Class<?>> way = new ArrayDeque<>();

    private EngineResources() {}

    static List<Endpoint> all() {
        var resources = new EngineResources();
        var root = NamedProcessEngineRestServiceImpl.class;
        for (var method : root.getMethods()) {
            var path = method.getAnnotation(Path.class);
            if (path != null && method.getReturnType() != void.class) {
                // each locator starts with the variable for the engine's name
                resources.walk(method.getReturnType(), path.value().replaceFirst("^/?\\{name}/?", ""));
            }
        }
        return List.copyOf(resources.found);
    }

    private void walk(Class<?> type, String prefix) {
        if (way.contains(type)) {
            return;
        }
        way.push(type);
        for (var method : type.getMethods()) {
            var declared = declarations(method).toList();
            var path = prefix
                    + declared.stream()
                            .map(each -> each.getAnnotation(Path.class))
                            .filter(each -> each != null)
                            .findFirst()
                            .map(each -> "/" + each.value())
                            .orElse("");
            var verbs = verbs(declared);
            if (!verbs.isEmpty()) {
                verbs.forEach(verb -> found.add(new Endpoint(verb, tidy(path))));
            } else if (!path.equals(prefix) && method.getReturnType() != void.class) {
                walk(method.getReturnType(), path);
            }
        }
        way.pop();
    }

    private static List<String> verbs(List<Method> declared) {
        var verbs = new ArrayList<String>();
        for (var each : declared) {
            for (Annotation annotation : each.getAnnotations()) {
                var verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null && !verbs.contains(verb.value())) {
                    verbs.add(verb.value());
                }
            }
        }
        return verbs;
    }

    /** The method and those of the interfaces that it implements, where the annotations often are. */
    private static Stream<Method> declarations(Method method) {
        return Stream.concat(
                Stream.of(method),
                Arrays.stream(method.getDeclaringClass().getInterfaces())
                        .flatMap(type -> Arrays.stream(type.getMethods()))
                        .filter(other -> other.getName().equals(method.getName())
                                && Arrays.equals(other.getParameterTypes(), method.getParameterTypes())));
    }

    private static String tidy(String path) {
        return path.replaceAll("\\{([^:}]+):[^}]*}+", "{$1}")
                .replaceAll("/{2,}", "/")
                .replaceAll("^/|/$", "");
    }
}
