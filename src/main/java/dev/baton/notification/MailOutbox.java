package dev.baton.notification;

import dev.baton.notification.NoticeBoard.News;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The table of mail that is to go out. Filled in the transaction of what it tells of; empty where there is no mail. */
@Component
class MailOutbox {

    private static final String OPEN = " and sent_at is null and dropped is null";

    private final JdbcClient jdbc;
    private final NoticeTexts texts;
    private final ObjectProvider<JavaMailSender> mail;
    private final Clock clock;

    MailOutbox(JdbcClient jdbc, NoticeTexts texts, ObjectProvider<JavaMailSender> mail, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.mail = mail;
        this.clock = clock;
    }

    /** Whose mail it is and what it is about. */
    record Addressed(String username, Topic topic) {}

    /**
     * A piece of news that is to go out.
     *
     * @param source what brought it: its kind and the record it is about
     * @param key of its sentence; null in the row of a weekly letter, which is written when it goes out
     * @param args what fills the sentence, as it is kept
     * @param taskId the open task it is about, or null
     */
    record Entry(
            UUID id,
            String source,
            @Nullable String key,
            @Nullable String args,
            @Nullable String link,
            @Nullable UUID itemId,
            @Nullable String taskId,
            Instant created,
            int tries,
            UUID token) {}

    /** The news goes to that person by mail, once. */
    void put(String username, News news) {
        put(username, Topic.ofKind(news.kind()), news.source(), news);
    }

    /** The weekly letter of that week goes to that person, once. */
    void putWeekly(String username, String week) {
        put(username, Topic.WEEKLY, "weekly:" + week, null);
    }

    private void put(String username, Topic topic, String source, @Nullable News news) {
        if (mail.getIfAvailable() == null) {
            return;
        }
        var now = Timestamp.from(clock.instant());
        var item = news == null ? null : news.itemId();
        jdbc.sql("insert into mail_outbox (id, username, topic, source, message_key, args, link, item_id, task_id,"
                        + " created, due, token) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (username, source) do nothing")
                .params(
                        UUID.randomUUID(),
                        username,
                        topic.code(),
                        source,
                        news == null ? null : news.messageKey(),
                        news == null ? null : texts.written(news.args()),
                        news == null ? null : news.link(),
                        item == null ? null : item.value(),
                        news == null ? null : news.taskId(),
                        now,
                        now,
                        UUID.randomUUID())
                .update();
    }

    /** For whom mail is due, and of what topic. */
    List<Addressed> due(Instant now) {
        return jdbc.sql("select username, topic from mail_outbox where due <= ?" + OPEN
                        + " group by username, topic order by min(due), username, topic")
                .param(Timestamp.from(now))
                .query((row, n) -> new Addressed(row.getString(1), Topic.ofCode(row.getString(2))))
                .list();
    }

    /** What is due for them; until the end of the transaction no other node takes it. */
    List<Entry> take(Addressed to, Instant now) {
        return jdbc.sql("select * from mail_outbox where username = ? and topic = ? and due <= ?" + OPEN
                        + " order by created, id for update skip locked")
                .params(to.username(), to.topic().code(), Timestamp.from(now))
                .query(this::entry)
                .list();
    }

    /** It went out. */
    void sent(Collection<Entry> entries) {
        jdbc.sql("update mail_outbox set sent_at = ? where id = any(?)")
                .params(Timestamp.from(clock.instant()), ids(entries))
                .update();
    }

    /** It never goes out, for that reason. */
    void drop(Collection<Entry> entries, String why) {
        jdbc.sql("update mail_outbox set dropped = ? where id = any(?)")
                .params(why, ids(entries))
                .update();
    }

    /** It waits until then. */
    void later(Collection<Entry> entries, Instant until) {
        jdbc.sql("update mail_outbox set due = ? where id = any(?)")
                .params(Timestamp.from(until), ids(entries))
                .update();
    }

    /** The server refused this mail and no other; it is tried again then. */
    void refused(Collection<Entry> entries, Instant until) {
        jdbc.sql("update mail_outbox set due = ?, tries = tries + 1 where id = any(?)")
                .params(Timestamp.from(until), ids(entries))
                .update();
    }

    /** Whose mail has that link to unsubscribe. */
    Optional<Addressed> known(UUID token) {
        return jdbc.sql("select username, topic from mail_outbox where token = ?")
                .param(token)
                .query((row, n) -> new Addressed(row.getString(1), Topic.ofCode(row.getString(2))))
                .optional();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getString("message_key"),
                row.getString("args"),
                row.getString("link"),
                row.getObject("item_id", UUID.class),
                row.getString("task_id"),
                row.getTimestamp("created").toInstant(),
                row.getInt("tries"),
                row.getObject("token", UUID.class));
    }

    private static UUID[] ids(Collection<Entry> entries) {
        return entries.stream().map(Entry::id).toArray(UUID[]::new);
    }
}
