package dev.baton.notification;

import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.notification.MailOutbox.Addressed;
import dev.baton.notification.MailOutbox.Entry;
import dev.baton.workflow.TaskView;
import dev.baton.workflow.Tasks;
import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.task.TaskExecutor;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes out the mail that is due: everything of a topic for somebody in one. A server that is away costs nothing: all of
 * it waits and goes out once it is back. What the server has taken is marked in the transaction that sent it, so it goes
 * out once; only a crash between the two repeats a mail, under the same Message-ID.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** News often comes in company; so much later it has come. */
    private static final Duration COMPANY = Duration.ofMillis(1500);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
    private static final Duration SERVER_AWAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofHours(12);
    /** With the rests between them, about three days. */
    private static final int TRIES = 14;

    private final MailOutbox outbox;
    private final MailWishes wishes;
    private final LetterWriter writer;
    private final WeeklyLetter weekly;
    private final LetterPress press;
    private final People people;
    private final Tasks tasks;
    private final StillAsked stillAsked;
    private final TransactionTemplate transactions;
    private final TaskExecutor executor;
    private final Clock clock;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile Instant awaySince = Instant.EPOCH;

    Postman(
            MailOutbox outbox,
            MailWishes wishes,
            LetterWriter writer,
            WeeklyLetter weekly,
            LetterPress press,
            People people,
            Tasks tasks,
            StillAsked stillAsked,
            TransactionTemplate transactions,
            @Qualifier("applicationTaskExecutor") TaskExecutor executor,
            Clock clock) {
        this.outbox = outbox;
        this.wishes = wishes;
        this.writer = writer;
        this.weekly = weekly;
        this.press = press;
        this.people = people;
        this.tasks = tasks;
        this.stillAsked = stillAsked;
        this.transactions = transactions;
        this.executor = executor;
        this.clock = clock;
    }

    /** Every two seconds, on a thread of its own: a mail server that hangs holds no other timer up. */
    @Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT2S")
    void goRound() {
        if (underWay.compareAndSet(false, true)) {
            executor.execute(() -> {
                try {
                    deliver();
                } finally {
                    underWay.set(false);
                }
            });
        }
    }

    /** Takes out what is due now. */
    void deliver() {
        var now = clock.instant();
        if (!now.isBefore(awaySince) && now.isBefore(awaySince.plus(SERVER_AWAY))) {
            return;
        }
        for (var to : outbox.due(now)) {
            try {
                transactions.executeWithoutResult(status -> deliver(to, now));
            } catch (MailException e) {
                if (!isRefusal(e)) {
                    awaySince = now;
                    LOG.warn("The mail server is away; all mail waits for it: {}", e.getMessage());
                    return;
                }
                LOG.warn("The mail server refuses a mail to {}: {}", to.username(), e.getMessage());
                transactions.executeWithoutResult(status -> refused(to, now));
            } catch (RuntimeException e) {
                // One letter that cannot be written keeps no other from going out.
                LOG.error("A mail to {} cannot be written", to.username(), e);
                transactions.executeWithoutResult(status -> refused(to, now));
            }
        }
    }

    private void deliver(Addressed to, Instant now) {
        var taken = outbox.take(to, now);
        if (taken.isEmpty() || isCompanyComing(taken, now)) {
            return;
        }
        var person = people.person(to.username()).orElse(null);
        if (person == null || !person.enabled()) {
            outbox.drop(taken, "gone");
            return;
        }
        var wish = wishes.of(person);
        var quiet = to.topic() == Topic.ALARM ? null : wish.quiet().end(now).orElse(null);
        if (!wish.wants(to.topic())) {
            outbox.drop(taken, "unwanted");
        } else if (quiet != null) {
            outbox.later(taken, quiet);
        } else {
            send(person, to.topic(), taken);
        }
    }

    private void send(PersonView person, Topic topic, List<Entry> taken) {
        var open = taken.stream().anyMatch(entry -> entry.taskId() != null) ? open(person) : List.<String>of();
        var stillNews = stillAsked.of(person, open);
        outbox.drop(taken.stream().filter(stillNews.negate()).toList(), "done");
        var news = taken.stream().filter(stillNews).toList();
        if (news.isEmpty()) {
            return;
        }
        var letter = topic == Topic.WEEKLY ? weekly.write(person, news.get(0)) : writer.write(person, topic, news);
        if (letter == null) {
            outbox.drop(news, "nothing");
            return;
        }
        press.send(letter);
        outbox.sent(news);
    }

    private List<String> open(PersonView person) {
        return Acting.as(person.acting(null, null), tasks::mine).stream()
                .map(TaskView::taskId)
                .toList();
    }

    private void refused(Addressed to, Instant now) {
        var taken = outbox.take(to, now);
        var tried = taken.stream().mapToInt(Entry::tries).max().orElse(0);
        if (tried + 1 >= TRIES) {
            outbox.drop(taken, "refused");
            return;
        }
        var rest = Duration.ofMinutes(1L << Math.min(tried, 10));
        outbox.refused(taken, now.plus(rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest));
    }

    private static boolean isCompanyComing(List<Entry> taken, Instant now) {
        var newest = taken.get(taken.size() - 1).created();
        return isWithin(COMPANY, newest, now)
                && isWithin(LONGEST_WAIT, taken.get(0).created(), now);
    }

    private static boolean isWithin(Duration time, Instant then, Instant now) {
        return Duration.between(then, now).abs().compareTo(time) < 0;
    }

    /** Whether this mail is refused, and the server is not away. */
    private static boolean isRefusal(MailException e) {
        return e instanceof MailParseException
                || (e instanceof MailSendException sending
                        && Arrays.stream(sending.getMessageExceptions()).anyMatch(Postman::isRefusal));
    }

    private static boolean isRefusal(@Nullable Exception e) {
        return e instanceof SendFailedException;
    }
}
