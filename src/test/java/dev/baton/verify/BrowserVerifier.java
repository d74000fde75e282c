package dev.baton.verify;

import com.microsoft.playwright.Page;
import dev.baton.stories.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The verifier as one HTML file, opened from disk in a browser that has no network. */
final class BrowserVerifier implements AutoCloseable {

    static final Path SOURCE = Path.of("docs/verify/baton-verify.html");

    private static final String CHECK =
            """
            async ([base64, key]) => {
              const file = new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], 'export.xlsx');
              return await batonVerify(file, key);
            }""";

    private final Chromium chromium = Chromium.start();
    private final Page page;

    BrowserVerifier() {
        var context = chromium.person();
        context.setOffline(true);
        page = context.newPage();
        page.navigate(SOURCE.toUri().toString());
    }

    Page page() {
        return page;
    }

    @SuppressWarnings("unchecked")
    Answer verify(Path file, @Nullable String key) {
        try {
            var given = Arrays.asList(Base64.getEncoder().encodeToString(Files.readAllBytes(file)), key);
            var answer = (Map<String, Object>) page.evaluate(CHECK, given);
            return new Answer(((Number) answer.get("status")).intValue(), (List<String>) answer.get("lines"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        chromium.close();
    }
}
