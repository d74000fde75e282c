package dev.baton.stories;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of this machine, one for all stories of a run. Which one: {@code CHROME_BIN}, then the usual paths. The system property
 * {@code browser} decides what happens without one: {@code auto} prints that browser stories were not run,
 * {@code required} fails, {@code off} never runs them.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    private static final Path SHOTS = Path.of("target", "screenshots");

    /** One for all stories of a run: its start takes as long as a short story. */
    private static Chromium running;

    private final Browser browser;

    private Chromium(Path executable) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                // A camera and a microphone that are always there, and nobody who has to allow them.
                                "--use-fake-device-for-media-stream",
                                "--use-fake-ui-for-media-stream")));
    }

    /** Starts it, or aborts the test with a clear line on the console, or fails when one is required. */
    public static synchronized Chromium start() {
        var wanted = System.getProperty("browser", "auto");
        if (wanted.equals("off")) {
            throw notRun("switched off with -Dbrowser=off");
        }
        var executable = find();
        if (executable.isEmpty()) {
            if (wanted.equals("required")) {
                throw new AssertionError("-Dbrowser=required, but there is no Chromium: set CHROME_BIN");
            }
            throw notRun("no Chromium found; install one or set CHROME_BIN");
        }
        if (running == null || !running.browser.isConnected()) {
            running = new Chromium(executable.get());
        }
        return running;
    }

    private static RuntimeException notRun(String why) {
        var line = "BROWSER STORIES WERE NOT RUN: " + why;
        System.out.println("\n*** " + line + " ***\n");
        Assumptions.abort(line);
        return new IllegalStateException(line);
    }

    private static Optional<Path> find() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROME_BIN")), USUAL.stream())
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A browser of its own for one person: cookies are shared with nobody. */
    public BrowserContext person() {
        return person("en-GB");
    }

    /** The same for somebody whose browser speaks that language. */
    BrowserContext person(String locale) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(locale)
                .setTimezoneId("Europe/London")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setAcceptDownloads(true)
                .setViewportSize(1440, 900));
        context.setDefaultTimeout(30_000);
        return context;
    }

    /** A phone of its own for one person: narrow, to be touched. */
    public BrowserContext phone() {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true));
        context.setDefaultTimeout(30_000);
        return context;
    }

    /** A browser in which nobody is logged in. */
    TasklistPerson anonymous(String base) {
        return new TasklistPerson(base, person());
    }

    /** The same, and the browser asks for German. */
    TasklistPerson anonymousInGerman(String base) {
        return new TasklistPerson(base, person("de-DE"));
    }

    /** Keeps a picture; with {@code -Dscreenshots=docs} the guides get it too, if one of them shows it. */
    public static void shot(Page page, String name) {
        try {
            Files.createDirectories(SHOTS);
            var file = SHOTS.resolve(name + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
            if (System.getProperty("screenshots", "target").equals("docs") && isShown(name)) {
                var images = Files.createDirectories(Path.of("docs", "images"));
                Files.copy(file, images.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isShown(String name) throws IOException {
        try (var guides = Files.list(Path.of("docs", "guides"))) {
            for (var guide : guides.toList()) {
                if (Files.readString(guide).contains("images/" + name + ".png")) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Closes what people left open; the browser itself ends with the run. */
    @Override
    public void close() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }

    /** What sticks out at the side of the screen, the first few; empty when the page fits. */
    static List<?> tooWide(Page page) {
        return (List<?>)
                page.evaluate(
                        """
                () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
                  [...document.querySelectorAll('body *')]
                    .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                    .slice(0, 3).map(e => e.tagName + '.' + e.className)""");
    }

    /**
     * What axe finds wrong with the page as it stands. In one call to the page: the other way opens a page of its own for
     * every run and sends it all that was found right, which took longer than the looking.
     */
    static List<Rule> violations(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .setLegacyMode(true)
                .options(options)
                .analyze()
                .getViolations();
    }
}
