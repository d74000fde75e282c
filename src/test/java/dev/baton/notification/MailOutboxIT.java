package dev.baton.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.identity.Clocks;
import dev.baton.support.MailCatcher;
import dev.baton.support.MailCatcher.Mail;
import dev.baton.support.PlayedOverHttp;
import dev.baton.support.Statements;
import dev.baton.support.SteppedClock;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Mail over a real SMTP server: it is away for an hour, somebody on the other side of the world has quiet hours, a week
 * is over, somebody wants no more. Nothing is lost and nothing comes twice. Hours pass by the clock alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailOutboxIT extends PlayedOverHttp {

    private static final String READER = "mailed";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ALL = "\"personal\":true,\"together\":true,\"weekly\":true";

    @Autowired
    private OutboxRetry retry;

    @Autowired
    private Postman postman;

    @Autowired
    private WeeklyRound weekly;

    @Autowired
    private MailSettings settings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private ApplicationContext baton;

    private String transfer = "";
    private String item = "";
    private boolean away;

    @BeforeAll
    void tellSomething() {
        hire(READER, "Maya Mailed", "California", "expert");
        transfer = importTransfer("Mail");
        changeTeam(transfer, "expert1", "expert2", READER);
        start(transfer);
        item = tell(transfer, READER, "Mailed about");
    }

    @AfterEach
    void backToNow() {
        SteppedClock.setWrongBy(Duration.ZERO);
        // The watch may have looked while it was later.
        Clocks.compare(baton);
        if (away) {
            MailCatcher.back();
            away = false;
        }
        choose(ALL, "00:00", "00:00", "America/Los_Angeles");
    }

    @Test
    void anHourWithoutAServerLosesNothingAndRepeatsNothing() {
        MailCatcher.away();
        away = true;
        thank("Well seen, the first.");
        later(Duration.ofMinutes(20));
        thank("Well seen, the second.");
        ask("Did you see the third?");
        await(() -> waiting("step-asked") == 1 && waiting("thanked") == 2);
        postman.deliver();
        later(Duration.ofMinutes(59));
        postman.deliver();
        assertThat(waiting("step-asked") + waiting("thanked"))
                .as("nothing is given up")
                .isEqualTo(3);

        MailCatcher.back();
        away = false;
        later(Duration.ofMinutes(61));
        await(() -> waiting("step-asked") + waiting("thanked") == 0);
        assertThat(times("thanked you for “Mailed about”"))
                .as("one each, in one mail")
                .isEqualTo(2);
        assertThat(times("has a question about")).isEqualTo(1);

        // The event comes again, as after a crash between telling and noting that it was told.
        jdbc.sql("update event_publication set completion_date = null, publication_date = ?::timestamptz"
                        + " where listener_id like '%ThanksNews%' or listener_id like '%RecognitionNews%'")
                .param(Instant.now().minus(Duration.ofHours(1)).toString())
                .update();
        retry.retry();
        await(() -> unfinished() == 0);
        later(Duration.ofHours(3));
        postman.deliver();
        assertThat(times("thanked you for “Mailed about”"))
                .as("a repeat sends nothing")
                .isEqualTo(2);
        assertThat(times("has a question about")).isEqualTo(1);
    }

    @Test
    void whatEverybodyChoseIsReadAtOnce() {
        assertThat(Statements.of(weekly::plan))
                .filteredOn(sql -> sql.contains("mail_choice"))
                .hasSize(1);
    }

    @Test
    void mailWaitsUntilQuietHoursEndWhereItsReaderIs() {
        var there = clock.instant().atZone(TOKYO);
        var end = there.plusHours(2).truncatedTo(ChronoUnit.MINUTES);
        choose(ALL, hour(there.minusHours(1)), hour(end), "Asia/Tokyo");

        thank("Said at night.");
        await(() -> due("thanked").equals(end.toInstant()));
        assertThat(bodies()).noneMatch(text -> text.contains("Mailed about") && text.contains("Said at night"));
        var before = times("thanked you for “Mailed about”");
        later(Duration.between(clock.instant(), end.minusMinutes(1)));
        postman.deliver();
        assertThat(times("thanked you for “Mailed about”")).isEqualTo(before);

        later(Duration.between(Instant.now(), end.plusSeconds(1)));
        await(() -> times("thanked you for “Mailed about”") == before + 1);
    }

    @Test
    void whatWasAnsweredOvernightIsNotAskedInTheMorning() {
        var there = clock.instant().atZone(TOKYO);
        var end = there.plusHours(2).truncatedTo(ChronoUnit.MINUTES);
        choose(ALL, hour(there.minusHours(1)), hour(end), "Asia/Tokyo");
        var before = times("has a question about");

        ask("Will this still be asked in the morning?");
        ask("And this?");
        await(() -> waiting("step-asked") == 2 && due("step-asked").equals(end.toInstant()));
        var answered = jdbc.sql("select id::text from step_question where text = 'And this?'")
                .query(String.class)
                .single();
        assertThat(call("expert1", "POST", "/api/step-questions/" + answered + "/answers", "{\"text\":\"No longer.\"}")
                        .statusCode())
                .isEqualTo(201);

        later(Duration.between(Instant.now(), end.plusSeconds(1)));
        await(() -> waiting("step-asked") == 0);
        assertThat(times("has a question about") - before)
                .as("the one that is open, and not the one that a colleague answered")
                .isEqualTo(1);
        assertThat(jdbc.sql("select dropped from mail_outbox where username = ? and source = ?")
                        .params(READER, "step-asked:" + answered)
                        .query(String.class)
                        .single())
                .isEqualTo("done");
    }

    @Test
    void theWeekComesOnMondayMorningAndOnce() {
        thank("You saved us a batch, truly.");
        begin(transfer, READER);
        var monday = clock.instant()
                .atZone(ZoneId.of("America/Los_Angeles"))
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .truncatedTo(ChronoUnit.DAYS);
        later(Duration.between(Instant.now(), monday.plusHours(7).plusMinutes(59)));
        weekly.plan();
        assertThat(waiting("weekly")).as("not before eight").isZero();
        later(Duration.between(Instant.now(), monday.plusHours(8).plusMinutes(1)));
        weekly.plan();
        weekly.plan();
        await(() -> letters().size() == 1);
        var letter = letters().get(0);
        assertThat(letter.text())
                .contains("Your week, Maya Mailed", "Whose thanks you got", "You saved us a batch, truly.")
                .contains("Who needs you", "Tell what you know: ", "What moved")
                .containsPattern("Mail: [1-9] told and \\d approved this week");
        assertThat(letter.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");

        later(Duration.between(Instant.now(), monday.plusDays(1).plusHours(9)));
        weekly.plan();
        postman.deliver();
        assertThat(letters()).as("one a week").hasSize(1);
    }

    @Test
    void oneClickEndsATopicAndDutiesStillCome() {
        thank("Before the click.");
        await(() -> waiting("thanked") == 0);
        var mail = MailCatcher.to(address()).stream()
                .filter(sent -> sent.text().contains("thanked you for"))
                .reduce((first, second) -> second)
                .orElseThrow();
        var path = mail.header("List-Unsubscribe")
                .replaceAll("[<>]", "")
                .substring(settings.portal().length());
        var page = send(HttpRequest.newBuilder(URI.create(url(path))).build());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(wanted("personal")).as("looking at the link ends nothing").isTrue();
        assertThat(oneClick(path).statusCode()).isEqualTo(200);
        assertThat(wanted("personal")).isFalse();
        assertThat(wanted("together")).isTrue();
        assertThat(oneClick(path).statusCode()).as("again").isEqualTo(200);

        var before = times("thanked you for “Mailed about”");
        thank("After the click.");
        ask("Is a duty, and comes?");
        await(() -> waiting("thanked") + waiting("step-asked") == 0);
        assertThat(times("thanked you for “Mailed about”")).isEqualTo(before);
        var duty = MailCatcher.to(address()).stream()
                .filter(sent -> sent.text().contains("has a question about"))
                .findFirst()
                .orElseThrow();
        assertThat(duty.header("List-Unsubscribe")).isEmpty();
        assertThat(oneClick("/mail/off/" + tokenOf("step-asked")).statusCode())
                .as("no link ends a duty")
                .isEqualTo(404);
    }

    @Test
    void ofWhatIsHeldInConfidenceAMailSaysNothing() {
        var task = begin(transfer, READER);
        write(READER, task, "Unsayable title", "no");
        ok(call(READER, "POST", "/api/tasks/" + task + "/confidence", "{\"inConfidence\":true}"));
        var held = signed(end(READER, task, decision("submit"))).at("/items/0").asText();
        approve(held);
        var thanked = call("receiver1", "POST", "/api/items/" + held + "/thanks", "{\"text\":\"Unsayable thanks\"}");
        assertThat(thanked.statusCode()).as(thanked.body()).isEqualTo(201);
        await(() -> open() == 0);
        var monday = clock.instant()
                .atZone(ZoneId.of("America/Los_Angeles"))
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .truncatedTo(ChronoUnit.DAYS);
        later(Duration.between(Instant.now(), monday.plusDays(7).plusHours(9)));
        weekly.plan();
        await(() -> open() == 0);

        assertThat(MailCatcher.to(address())).anyMatch(mail -> mail.subject().startsWith("There is news for you"));
        assertThat(MailCatcher.everybody())
                .noneMatch(mail -> (mail.subject() + mail.text() + mail.html()).contains("Unsayable"))
                .noneMatch(mail -> (mail.text() + mail.html() + mail.whole()).contains(held));
    }

    @Test
    void aNewTaskIsMailedAtOnceUnlessItIsDoneAlready() {
        var told = tell(transfer, READER, "To be read by a peer");
        await(() -> bodiesOf("expert2").stream().anyMatch(text -> text.contains("To be read by a peer")));
        MailCatcher.away();
        away = true;
        decide("expert2", told, "peer-review", "accept");
        await(() -> jdbc.sql("select count(*) from mail_outbox where username = 'receiver1' and source like 'task:%'"
                                + " and sent_at is null and dropped is null and item_id = ?::uuid")
                        .param(told)
                        .query(Integer.class)
                        .single()
                > 0);
        decide("receiver1", told, "receiver-review", "accept");
        MailCatcher.back();
        away = false;
        later(Duration.ofMinutes(5));
        await(() -> jdbc.sql("select coalesce(max(dropped), '') from mail_outbox where username = 'receiver1'"
                        + " and source like 'task:%' and item_id = ?::uuid")
                .param(told)
                .query(String.class)
                .single()
                .equals("done"));
    }

    @Test
    void mailSpeaksTheLanguageOfItsReader() {
        assertThat(call(READER, "POST", "/api/me/language", "{\"language\":\"de\"}")
                        .statusCode())
                .isLessThan(300);
        try {
            ask("In which language does this come?");
            await(() -> MailCatcher.to(address()).stream()
                    .anyMatch(mail -> mail.text().contains("Baton öffnen")));
        } finally {
            call(READER, "POST", "/api/me/language", "{\"language\":null}");
        }
        assertThat(MailCatcher.to(address()))
                .filteredOn(mail -> mail.text().contains("Baton öffnen"))
                .allMatch(mail ->
                        mail.html().contains("lang=\"de\"") && mail.html().contains("/mail"));
    }

    private void later(Duration fromNow) {
        SteppedClock.setWrongBy(fromNow);
    }

    private void thank(String words) {
        var thanked = call("receiver1", "POST", "/api/items/" + item + "/thanks", "{\"text\":\"" + words + "\"}");
        assertThat(thanked.statusCode()).as(thanked.body()).isEqualTo(201);
        await(() -> jdbc.sql("select count(*) from event_publication where completion_date is null"
                                + " and listener_id like '%ThanksNews%'")
                        .query(Integer.class)
                        .single()
                == 0);
    }

    private void ask(String words) {
        var asked = call(
                "receiver1",
                "POST",
                "/api/steps/" + firstStep(transfer) + "/questions",
                "{\"text\":\"" + words + "\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        await(() -> unfinished() == 0);
    }

    private void choose(String what, String from, String until, String zone) {
        ok(call(
                READER,
                "PUT",
                "/api/me/mail",
                "{" + what + ",\"quietFrom\":\"" + from + "\",\"quietUntil\":\"" + until + "\",\"zone\":\"" + zone
                        + "\"}"));
    }

    private boolean wanted(String topic) {
        return ok(call(READER, "GET", "/api/me/mail", null)).path(topic).asBoolean();
    }

    private HttpResponse<String> oneClick(String path) {
        return send(HttpRequest.newBuilder(URI.create(url(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build());
    }

    private String tokenOf(String kind) {
        return jdbc.sql("select token::text from mail_outbox where username = ? and source like ? limit 1")
                .params(READER, kind + ":%")
                .query(String.class)
                .single();
    }

    private String address() {
        return settings.addressOf(READER);
    }

    private List<String> bodies() {
        return bodiesOf(READER);
    }

    private List<String> bodiesOf(String who) {
        return MailCatcher.to(settings.addressOf(who)).stream().map(Mail::text).toList();
    }

    private List<Mail> letters() {
        return MailCatcher.to(address()).stream()
                .filter(mail -> mail.subject().equals("Your week in Baton"))
                .toList();
    }

    /** How often a sentence has come, counted over all mails. */
    private int times(String sentence) {
        return bodies().stream()
                .mapToInt(text -> text.split(java.util.regex.Pattern.quote(sentence), -1).length - 1)
                .sum();
    }

    private int waiting(String kind) {
        return jdbc.sql("select count(*) from mail_outbox where username = ? and source like ? and sent_at is null"
                        + " and dropped is null")
                .params(READER, kind + ":%")
                .query(Integer.class)
                .single();
    }

    private int open() {
        return jdbc.sql(
                        "select (select count(*) from mail_outbox where sent_at is null and dropped is null and due <= ?)"
                                + " + (select count(*) from event_publication where completion_date is null)")
                .param(java.sql.Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    private Instant due(String kind) {
        return jdbc.sql("select max(due) from mail_outbox where username = ? and source like ?")
                .params(READER, kind + ":%")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private int unfinished() {
        return jdbc.sql("select count(*) from event_publication where completion_date is null"
                        + " and listener_id like '%notification%'")
                .query(Integer.class)
                .single();
    }

    private static String hour(java.time.ZonedDateTime moment) {
        return moment.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static void await(BooleanSupplier arrived) {
        var until = Instant.now().plus(PATIENCE);
        while (!arrived.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(until);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
