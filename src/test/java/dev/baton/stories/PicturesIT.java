package dev.baton.stories;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes pictures of every page for somebody to look at: whole, in both languages and both schemes, on a phone and at a
 * desk. Asked for with {@code -Dpictures=true}, or with a pattern of the names of pages.
 */
@EnabledIfSystemProperty(named = "pictures", matches = "(?!off$).+")
class PicturesIT extends EveryPage {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final List<Integer> WIDTHS = List.of(390, 1280);

    @Test
    void everyPageIsTaken() {
        var wanted = System.getProperty("pictures");
        var names = Pattern.compile(wanted.equals("true") ? ".*" : wanted);
        var pages = everyPage().stream()
                .filter(page -> names.matcher(page.name()).matches())
                .collect(Collectors.groupingBy(Seen::person, LinkedHashMap::new, Collectors.toList()));
        for (var locale : List.of("en-GB", "de-DE")) {
            pages.forEach((person, theirs) -> {
                try (var reader = reader(person, locale)) {
                    theirs.forEach(seen -> take(reader.page(), seen, locale.substring(0, 2)));
                }
            });
        }
    }

    private TasklistPerson reader(String person, String locale) {
        var context = chromium().person(locale);
        return person.isEmpty()
                ? new TasklistPerson(url(""), context)
                : new TasklistPerson(context, url(""), person, passwordOf(person));
    }

    private void take(Page page, Seen seen, String language) {
        page.navigate(url(seen.path()));
        if (seen.path().startsWith("/tasks/")) {
            page.waitForSelector(".baton-task[data-ready]");
        }
        page.evaluate(
                "Promise.all([...document.images].map((image) => { image.loading = 'eager'; return image.decode().catch(() => {}); }))");
        for (int width : WIDTHS) {
            page.setViewportSize(width, 900);
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                var name = String.join(
                        "-", seen.name(), language, scheme.name().toLowerCase(Locale.ROOT), String.valueOf(width));
                page.screenshot(
                        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
            }
        }
    }
}
