package dev.baton.notification;

import dev.baton.capture.ItemId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of notices, each with its mail. The same news reaches a person once, however often its event comes. */
@Component
class NoticeBoard {

    private final JdbcClient jdbc;
    private final NoticeTexts texts;
    private final MailOutbox outbox;
    private final Clock clock;

    NoticeBoard(JdbcClient jdbc, NoticeTexts texts, MailOutbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * News to tell.
     *
     * @param kind what sort; its sentence is {@code notice.<kind>}
     * @param source what brought it, unique for this piece of news
     * @param args what the sentence is filled with: texts, and {@link Word}s
     * @param itemId the item it speaks of, or null; while that is held in confidence, a mail says nothing of it
     * @param taskId the task it asks for, or null; once that is done, there is no mail
     */
    record News(
            String kind,
            String source,
            @Nullable String link,
            List<?> args,
            @Nullable ItemId itemId,
            @Nullable String taskId) {

        News(String kind, String source, @Nullable String link, List<?> args) {
            this(kind, source, link, args, null, null);
        }

        /** The same, known to speak of that item. */
        News about(@Nullable ItemId item) {
            return new News(kind, source, link, args, item, taskId);
        }

        /** The same, known to ask for that task. */
        News askingFor(String task) {
            return new News(kind, source, link, args, itemId, task);
        }

        String messageKey() {
            return "notice." + kind;
        }
    }

    /** Puts up the news for each of these people, once. */
    void post(Collection<String> usernames, News news) {
        for (var username : new LinkedHashSet<>(usernames)) {
            var inserted = jdbc.sql("insert into notice (id, username, kind, source, message_key, args, link, created)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (username, source) do nothing")
                    .params(
                            UUID.randomUUID(),
                            username,
                            news.kind(),
                            news.source(),
                            news.messageKey(),
                            texts.written(news.args()),
                            news.link(),
                            Timestamp.from(clock.instant()))
                    .update();
            if (inserted > 0) {
                outbox.put(username, news);
            }
        }
    }

    /** A person's notices, newest first. */
    List<NoticeView> of(String username, int limit, Locale locale) {
        return jdbc.sql("select id, kind, message_key, args, link, created, read_at from notice"
                        + " where username = ? order by created desc, id limit ?")
                .params(username, limit)
                .query((row, number) -> view(row, locale))
                .list();
    }

    /** Marks one as read; false when it is not this person's. */
    boolean read(String username, UUID id) {
        return jdbc.sql("update notice set read_at = coalesce(read_at, ?) where username = ? and id = ?")
                        .params(Timestamp.from(clock.instant()), username, id)
                        .update()
                > 0;
    }

    /** Marks all of a person's notices as read. */
    void readAll(String username) {
        jdbc.sql("update notice set read_at = ? where username = ? and read_at is null")
                .params(Timestamp.from(clock.instant()), username)
                .update();
    }

    private NoticeView view(ResultSet row, Locale locale) throws SQLException {
        var readAt = row.getTimestamp("read_at");
        return new NoticeView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                texts.sentence(row.getString("message_key"), row.getString("args"), locale),
                row.getString("link"),
                row.getTimestamp("created").toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
