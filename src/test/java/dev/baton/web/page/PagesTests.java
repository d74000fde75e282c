package dev.baton.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.recognition.Thanks.Thankable;
import dev.baton.transfer.ImportForm;
import dev.baton.web.page.HomePage.TaskCard;
import dev.baton.web.page.ItemPage.Asked;
import dev.baton.web.page.ItemPage.Part;
import dev.baton.web.page.ItemPage.Signed;
import dev.baton.web.page.ItemPage.Thanked;
import dev.baton.web.page.TrailSentence.Choice;
import dev.baton.web.page.TrailSentence.Filter;
import dev.baton.web.page.TransferPage.Card;
import dev.baton.web.page.TransferPage.Cell;
import dev.baton.web.page.TransferPage.Contributor;
import dev.baton.web.page.TransferPage.Member;
import dev.baton.web.page.TransferPage.Milestones;
import dev.baton.web.page.TransferPage.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Renders each page from made-up views: every word is found, every text is text. Copies stay in target/pages to look at. */
class PagesTests {

    private static final String HOSTILE = "<script>alert(1)</script> & \"quoted\" ${7*7}";
    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");
    private static final When THEN = Moments.in(CALIFORNIA, Instant.parse("2026-05-04T16:20:31Z"));
    private static final Me EXPERT = new Me("expert1", "Expert One", CALIFORNIA, false, true);
    private static final Me ADMIN = new Me("admin", "Ada Min", CALIFORNIA, true, false);

    private static final SpringTemplateEngine ENGINE = new SpringTemplateEngine();

    @BeforeAll
    static void engine() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        ENGINE.setTemplateResolver(templates);
        var words = new ResourceBundleMessageSource();
        words.setBasenames(wordFiles());
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        ENGINE.setTemplateEngineMessageSource(words);
    }

    private static final ItemTalk.Talk TALK = new ItemTalk.Talk(
            List.of(new ItemTalk.Standing("peer-review", false, HOSTILE)),
            List.of(),
            List.of(),
            List.of(new ItemTalk.Remark("Expert Two", "California", THEN, 1, HOSTILE, null, false)),
            true);

    private static String[] wordFiles() {
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            return files.filter(file -> !file.toString().endsWith("_de.properties"))
                    .map(file -> "messages/" + file.getFileName().toString().replace(".properties", ""))
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void loginSaysWhatIsWrong() {
        assertThat(render("login", null, Map.of())).contains("autocomplete=\"current-password\"");
        assertThat(render("login", null, Map.of("error?", ""))).contains("User name or password is wrong");
    }

    @Test
    void accountPages() {
        render("password", EXPERT, Map.of("first", true, "wrong", wrong("new", "Use at least 12 characters.")));
        assertThat(render("statement", EXPERT, Map.of("version", 1, "accepted", false)))
                .contains("legally binding");
    }

    @Test
    void homeNamesOneTask() {
        var next = new TaskCard("t1", "capture", "8.2 Candle the eggs", null, "LAIV to Liverpool", THEN, true);
        var later = List.of(
                new TaskCard(
                        "t2",
                        "rework",
                        "Tilt the tray by feel",
                        "8.2 Candle the eggs",
                        "LAIV to Liverpool",
                        THEN,
                        false),
                new TaskCard("t3", "peer-review", HOSTILE, HOSTILE, "LAIV to Liverpool", null, false));
        var news = List.of(
                new News("Liverpool opened “Tilt the tray by feel” for the first time.", "/items/1", THEN, true));
        var home = new HomePage("Liverpool needs to know how you really do “Candle the eggs”.", next, later, news);
        assertThat(render("home", EXPERT, Map.of("home", home, "section", "home", "hasNews", true, "unread", 9)))
                .contains("Later (2)", "All 9 that are new");
        var free = new HomePage("Nobody waits for you today.", null, List.of(), List.of());
        assertThat(render("home-free", "home", EXPERT, Map.of("home", free, "hasNews", false)))
                .contains("Nothing to do");
    }

    @Test
    void transfers() {
        var card = new Card(
                "1",
                "LAIV to Liverpool",
                "Live attenuated influenza vaccine",
                "California",
                "Liverpool",
                "planning",
                24,
                11);
        render("transfers", EXPERT, Map.of("transfers", List.of(card), "mayImport", true, "section", "transfers"));
        render("transfers-none", "transfers", EXPERT, Map.of("transfers", List.of(), "mayImport", true));
        var faults = new Wrong(
                "Nothing was imported: 3 things are to be put right first.",
                List.of(
                        new Wrong.Place("purpose", "Enter something here.", true),
                        new Wrong.Place("Steps!B7", "The cell is empty.", false),
                        new Wrong.Place("Steps!K9", "The lower limit 9 is above the upper limit 7.", false)));
        assertThat(render(
                        "transfer-import",
                        EXPERT,
                        Map.of(
                                "form",
                                new ImportForm("LAIV", "LAIV", "California", "", "", null),
                                "sites",
                                List.of("California", "Liverpool"),
                                "wrong",
                                faults)))
                .contains("Steps!B7", "href=\"#purpose\"", "aria-invalid=\"true\"");
        assertThat(render("transfer", EXPERT, Map.of("t", transfer(), "ways", ways(), "section", "transfers")))
                .contains("width=\"45%\"", "40 % \u2713", "aria-current=\"step\"");
    }

    @Test
    void teamAndActs() {
        var team = Map.<String, Object>of(
                "transferId",
                "1",
                "transfer",
                "LAIV to Liverpool",
                "members",
                List.of(new TeamPages.Seat("lead--transfer-lead", HOSTILE, "California", "transfer-lead", "", true)),
                "candidates",
                List.of(new Choice("expert2--expert", "Expert Two, Expert, California")));
        assertThat(render("team", EXPERT, team)).contains("value=\"lead--transfer-lead\"", "checked=\"checked\"");
        for (var act : List.of("revise", "withdraw", "lift-hold")) {
            var signed = !act.equals("revise");
            var sheet = new ItemActPages.Sheet(act, "1", HOSTILE, 2, "Quality", "California", signed);
            var html = render("item-act", EXPERT, Map.of("sheet", sheet, "reference", "DEV-1", "reason", ""));
            assertThat(html.contains("type=\"password\"")).isEqualTo(signed);
        }
    }

    @Test
    void theHiddenFactoryIsAPictureAndTheSameInWords() {
        var bar = new HiddenFactoryPage.Bar("72.00%", "98.00%", "26.00%", "4.1: first-time yield 72 %, reported 98 %");
        var row = new HiddenFactoryPage.Row("first-time", "72 %", "experts say 60 % to 84 %");
        var source = new HiddenFactoryPage.Source("1", HOSTILE, "approved");
        var told = new HiddenFactoryPage.Step(
                "1", "4.1", "Clarify", 1, bar, List.of(row), List.of("2 experts told."), List.of(source));
        var untold = new HiddenFactoryPage.Untold("2", "4.2", "Concentrate");
        var page = new HiddenFactoryPage(
                "1",
                "LAIV to Liverpool",
                "72 %",
                null,
                null,
                "at least 2",
                null,
                List.of("400 mL"),
                List.of("1 step of 24 told of it."),
                List.of(told),
                List.of(untold));
        assertThat(render("hidden-factory", EXPERT, Map.of("f", page)))
                .contains("x=\"98.00%\"", "not known yet", "aria-label=\"4.1: first-time yield 72 %, reported 98 %\"");
        var none = new HiddenFactoryPage(
                "1", "T", null, null, null, null, null, List.of(), List.of(), List.of(), List.of(untold));
        assertThat(render("hidden-factory-none", "hidden-factory", EXPERT, Map.of("f", none)))
                .contains("No figures yet");
        var step = Map.of("s", step(List.of(told("approved", false)), true), "factory", told);
        assertThat(render("step-factory", "step", EXPERT, step)).contains("id=\"hidden-factory\"");
    }

    @Test
    void stepAndItem() {
        render("step", EXPERT, Map.of("s", step(List.of(told("approved", false), told("triaged", true)), true)));
        render("step-none", "step", EXPERT, Map.of("s", step(List.of(), true)));
        var good = render("item", EXPERT, Map.of("i", item(true), "thanksText", "", "talk", TALK));
        assertThat(good).doesNotContain("<script>alert").contains("&lt;script&gt;", "Valid");
        var differing = new Against.Differing("changed-value", "20 \u00b1 2 \u00b0C", "22 \u00b0C");
        var against = new Against(
                SaidAgainstDone.pieces(
                        "Hold at 20 \u00b1 2 \u00b0C. <i>x", List.of("20 \u00b1 2 \u00b0C", "not there")),
                SaidAgainstDone.pieces("I hold it at 22 \u00b0C.", List.of("22 \u00b0C")),
                List.of(differing),
                List.of(new Against.Differing("added", null, HOSTILE)));
        assertThat(render("item-differing", "item", EXPERT, Map.of("i", item(true), "against", against, "talk", TALK)))
                .contains(
                        "<mark>20 \u00b1 2 \u00b0C</mark>",
                        "<mark>22 \u00b0C</mark>",
                        "Another value",
                        "finds 1 difference")
                .doesNotContain("<i>x", "<script>alert");
        assertThat(render("item-altered", "item", EXPERT, Map.of("i", item(false), "talk", TALK)))
                .contains("NOT SIGNED, content changed");
    }

    @Test
    void people() {
        var thanks = new Thanked(
                "1",
                "Rob Ellis",
                "Expert One",
                "1",
                "Tilt the tray by feel",
                "We lost two harvests before you told us about the tilt. Now we know what to look for.",
                THEN,
                List.of(new Kept("1", "tray.png", true, true, false)),
                null);
        var person = new PersonPage(
                "expert1",
                "Expert One",
                "California",
                "Expert",
                true,
                List.of(new PersonPage.Given(
                        "1",
                        "Tilt the tray by feel",
                        "3.2 Tilt",
                        List.of(new PersonPage.Act("authorship", THEN)),
                        "Read by 14 people at the receiving site",
                        null)),
                List.of(new PersonPage.Given(
                        "2",
                        HOSTILE,
                        null,
                        List.of(new PersonPage.Act("peer-review", THEN)),
                        "",
                        "The item was taken back on 4 May 2026.")),
                List.of(thanks),
                List.of(new PersonPage.Awarded(
                        "1",
                        "LAIV to Liverpool",
                        "four steps in ten were approved",
                        "put into words 3 things that were written nowhere",
                        THEN,
                        false,
                        2,
                        "/verify/ABC")),
                List.of(new PersonPage.Choice("everybody", true), new PersonPage.Choice("me", false)));
        render("person", EXPERT, Map.of("p", person, "section", "people"));
        var site = new PersonPage.Site(
                "California",
                List.of(
                        new PersonPage.Card("expert1", "Expert One", "Expert", "told what they know"),
                        new PersonPage.Card("expert2", "Expert Two", "Expert", "")));
        assertThat(render("people", EXPERT, Map.of("sites", List.of(site)))).contains("told what they know");
    }

    @Test
    void trail() {
        var sentence = new TrailSentence(
                "Expert One",
                "changed item",
                "Tilt the tray by feel",
                2,
                "cue from “glossy” to “matt, not glossy”",
                "question of the receiving site",
                Moments.utc(Instant.parse("2026-05-04T16:20:31Z")),
                "expert1",
                "expert",
                "California",
                "America/Los_Angeles",
                "127.0.0.1",
                List.of(new TrailSentence.Row(17, "cue", "glossy", "matt")));
        assertThat(render(
                        "trail",
                        EXPERT,
                        Map.of(
                                "transferId",
                                "1",
                                "transfer",
                                "LAIV to Liverpool",
                                "mayExport",
                                true,
                                "filter",
                                new Filter("expert1", null, null, "2026-05-01", null),
                                "people",
                                List.of(new Choice("expert1", "Expert One (expert1)")),
                                "items",
                                List.of(),
                                "acts",
                                List.of(),
                                "sentences",
                                List.of(sentence, sentence),
                                "more",
                                "?before=17")))
                .contains("because: question of the receiving site");
    }

    @Test
    void tasksAndErrors() {
        assertThat(render("task", EXPERT, Map.of("taskId", "abc"))).contains("data-task=\"abc\"");
        for (var page : List.of("error/403", "error/404", "error/500", "error")) {
            render(page, EXPERT, Map.of());
        }
    }

    @Test
    void administration() {
        var account = new AdminPages.Account(
                "expert1",
                "Expert One",
                "California",
                "Expert",
                true,
                true,
                "Ida Check, passport seen in person, 2 May 2026");
        render("admin/people", ADMIN, Map.of("people", List.of(account)));
        var form = new PersonForm("", "Eva", "", List.of("expert"), "", "", "", "");
        var model = new HashMap<String, Object>(Map.of(
                "form",
                form,
                "sites",
                List.of("California", "Liverpool"),
                "roles",
                List.of("transfer-lead", "expert", "receiver", "quality", "auditor", "admin"),
                "p",
                account));
        render("admin/person", ADMIN, model);
        model.put("wrong", wrong("username", "A user name has 2 to 63 small letters."));
        assertThat(render("admin/person-add", ADMIN, model)).contains("href=\"#username\"");
        render("admin/one-time", ADMIN, Map.of("username", "expert1", "password", "aB3dE6gH9kLmNpQr"));
        render("admin/sites", ADMIN, Map.of("sites", List.of(), "form", new AdminPages.SiteForm(null, null, null)));
    }

    private static Wrong wrong(String field, String text) {
        return new Wrong("Some entries need another look.", List.of(new Wrong.Place(field, text, true)));
    }

    private static List<TransferWays.Group> ways() {
        return List.of(
                new TransferWays.Group(
                        "knowledge",
                        List.of(new TransferWay.Way("/transfers/1/factory", "Hidden factory", "2 of 24 steps"))),
                new TransferWays.Group(
                        "evidence", List.of(new TransferWay.Way("/transfers/1/trail", "Audit trail", ""))));
    }

    private static TransferPage transfer() {
        var eggs = List.of(
                new Cell("1", "1.1", "Receive and rest the eggs", "Egg preparation", false, "done", 2),
                new Cell("2", "1.2", "Candle the eggs and mark the air sac", "Egg preparation", true, "review", 1),
                new Cell("3", "1.3", "Set the trays", "Egg preparation", false, "open", 0));
        var harvest = List.of(
                new Cell("4", "2.1", "Inoculate", "Inoculation and harvest", true, "open", 0),
                new Cell("5", "2.2", "Harvest the allantoic fluid", "Inoculation and harvest", true, "none", 0));
        return new TransferPage(
                "1",
                "LAIV to Liverpool",
                "Live attenuated influenza vaccine",
                "California",
                "Liverpool",
                "Children in forty countries get this vaccine each autumn. From next season on it is made"
                        + " in Liverpool; what you know decides whether it works there.",
                "planning",
                "1 Sep 2026",
                new Milestones(24, 11, 6, 3),
                List.of(new Operation("Egg preparation", eggs), new Operation("Inoculation and harvest", harvest)),
                List.of(new Contributor(
                        "expert1", "Expert One", "California", "told what they know · thanked by colleagues")),
                List.of(
                        new Member("lead", "Lena Ward", "California", "transfer-lead", null),
                        new Member("expert1", "Expert One", "California", "expert", "30 Jun 2026")),
                true,
                true);
    }

    private static StepPage step(List<StepPage.Told> told, boolean mayTell) {
        return new StepPage(
                "2",
                "1",
                "LAIV to Liverpool",
                "1.2",
                "Candle the eggs and mark the air sac",
                "Egg preparation",
                true,
                "SOP-0217",
                "section 4.3",
                "Candle each egg on day 10 of incubation. Mark the edge of the air sac. Discard eggs without visible"
                        + " blood vessels.",
                "Candling lamp CL-4",
                List.of(new StepPage.Parameter("Incubation temperature", "37.2 – 37.8 °C", "Virus titre")),
                List.of("Expert One", "Expert Two"),
                told,
                null,
                null,
                mayTell);
    }

    private static StepPage.Told told(String state, boolean onHold) {
        return new StepPage.Told(
                "1",
                "Tilt the tray by feel before you mark",
                "sensory-cue",
                state,
                2,
                onHold,
                "Expert One",
                "Before I mark, I tilt the tray a hand’s breadth towards me and wait until the sac stops"
                        + " moving. Only then is the edge where it will be at inoculation.",
                List.of());
    }

    private static ItemPage item(boolean unaltered) {
        var hash = "3f0a9b7c".repeat(8);
        var signatures = List.of(
                new Signed(
                        "Expert One",
                        "expert1",
                        "expert",
                        "California",
                        "authorship",
                        null,
                        null,
                        THEN,
                        "4 May 2026, 09:20:31 -07:00 America/Los_Angeles",
                        hash,
                        unaltered),
                new Signed(
                        "Expert Two",
                        "expert2",
                        "expert",
                        "California",
                        "review",
                        "accepted",
                        "This is how I do it" + " too.",
                        THEN,
                        "4 May 2026, 10:02:11 -07:00 America/Los_Angeles",
                        hash,
                        unaltered),
                new Signed(
                        "Quentin Lee",
                        "quality",
                        "quality",
                        "California",
                        "approval",
                        "accepted",
                        null,
                        THEN,
                        "6 May 2026, 08:00:00 -07:00 America/Los_Angeles",
                        hash,
                        unaltered));
        return new ItemPage(
                "1",
                "1",
                "LAIV to Liverpool",
                step(List.of(), false),
                "Tilt the tray by feel before you mark",
                "sensory-cue",
                "approved",
                false,
                !unaltered,
                unaltered,
                2,
                2,
                "Expert One",
                null,
                THEN,
                List.of(
                        new Part("whatIsDone", told("approved", false).whatIsDone() + "\n\n" + HOSTILE),
                        new Part("why", "The sac drifts with the slope of the bench, which nobody ever levelled."),
                        new Part("cue", "The rim of the sac goes from glossy to matt.")),
                List.of(new Part("threshold", "3 s by feel"), new Part("confidence", "4")),
                List.of(),
                "Critical decision method",
                List.of(new ItemPage.Said(
                        "At which moments did you decide something?",
                        "",
                        List.of(List.of(new ItemPage.Said("What did you see?", HOSTILE, List.of()))))),
                "deviation",
                "DEV-2026-014",
                null,
                signatures,
                List.of(new Asked(
                        "How long do you wait, and how do you know it has stopped?",
                        "Rob Ellis",
                        "Liverpool",
                        "receiver-review",
                        1,
                        THEN,
                        "About three seconds; the rim goes matt.",
                        "Expert One",
                        THEN)),
                List.of(new ItemPage.Version(1, "superseded", THEN), new ItemPage.Version(2, "approved", THEN)),
                List.of(new Thanked(
                        "1",
                        "Rob Ellis",
                        "Expert One",
                        "1",
                        "",
                        "This saved us a harvest.",
                        THEN,
                        List.of(),
                        "Glad to hear it.")),
                List.of(new Thankable("expert1", "Expert One"), new Thankable("expert2", HOSTILE)));
    }

    private static String render(String template, Me me, Map<String, ?> model) {
        var variant = model.containsKey("error?") ? template + "-wrong" : template;
        return render(variant, template, me, model);
    }

    private static String render(String name, String template, Me me, Map<String, ?> model) {
        var application = JakartaServletWebApplication.buildApplication(new MockServletContext());
        var request = new MockHttpServletRequest("GET", "/" + template);
        if (model.containsKey("error?")) {
            request.addParameter("error", "");
        }
        var exchange = application.buildExchange(request, new MockHttpServletResponse());
        var variables = new HashMap<String, Object>(model);
        variables.put("me", me);
        variables.put("evaluation", true);
        var page = ENGINE.process(template, new WebContext(exchange, Locale.ENGLISH, variables));
        assertThat(page).as(template).doesNotContain("??").doesNotContain("style=\"");
        try {
            var copy = Path.of("target", "pages", name.replace('/', '-') + ".html");
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, page);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return page;
    }
}
