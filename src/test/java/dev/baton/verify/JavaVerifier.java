package dev.baton.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The one-file Java verifier as it lies in the documents, compiled once. */
final class JavaVerifier {

    static final Path SOURCE = Path.of("docs/verify/BatonVerify.java");

    private final Method run;

    JavaVerifier() {
        try {
            var classes = Files.createDirectories(Path.of("target", "verifier-classes"));
            var compiled = ToolProvider.getSystemJavaCompiler()
                    .run(null, null, null, "-d", classes.toString(), "--release", "17", SOURCE.toString());
            if (compiled != 0) {
                throw new AssertionError(SOURCE + " does not compile");
            }
            var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
            run = loader.loadClass("BatonVerify").getDeclaredMethod("run", String[].class, PrintStream.class);
            run.setAccessible(true);
        } catch (IOException | ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    Answer verify(Path file, @Nullable String key) {
        var arguments = new ArrayList<>(List.of(file.toString()));
        if (key != null) {
            arguments.addAll(List.of("--key", key));
        }
        var out = new ByteArrayOutputStream();
        try {
            var status = (int) run.invoke(
                    null, arguments.toArray(new String[0]), new PrintStream(out, true, StandardCharsets.UTF_8));
            return new Answer(
                    status, out.toString(StandardCharsets.UTF_8).lines().toList());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
