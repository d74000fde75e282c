package dev.baton.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of notices. The same news reaches a person once, however often its event comes. */
@Component
class NoticeBoard {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoticeBoard(
            JdbcClient jdbc, ObjectMapper json, MessageSource messages, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /**
     * News to tell.
     *
     * @param kind what sort; its sentence is {@code notice.<kind>}
     * @param source what brought it, unique for this piece of news
     * @param args what the sentence is filled with
     */
    record News(String kind, String source, @Nullable String link, List<String> args) {

        String messageKey() {
            return "notice." + kind;
        }
    }

    /** Puts up the news for each of these people, once. */
    void post(Collection<String> usernames, News news) {
        for (var username : new LinkedHashSet<>(usernames)) {
            var id = UUID.randomUUID();
            var inserted = jdbc.sql("insert into notice (id, username, kind, source, message_key, args, link, created)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (username, source) do nothing")
                    .params(
                            id,
                            username,
                            news.kind(),
                            news.source(),
                            news.messageKey(),
                            written(news.args()),
                            news.link(),
                            Timestamp.from(clock.instant()))
                    .update();
            if (inserted > 0) {
                events.publishEvent(new NoticePosted(id, username, news.messageKey(), news.args(), news.link()));
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

    /** How many of a person's notices are unread. */
    int unread(String username) {
        return jdbc.sql("select count(*) from notice where username = ? and read_at is null")
                .param(username)
                .query(Integer.class)
                .single();
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
        var args = read(row.getString("args"));
        var readAt = row.getTimestamp("read_at");
        return new NoticeView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                messages.getMessage(row.getString("message_key"), args.toArray(), locale),
                row.getString("link"),
                row.getTimestamp("created").toInstant(),
                readAt == null ? null : readAt.toInstant());
    }

    private String written(List<String> args) {
        try {
            return json.writeValueAsString(args);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> read(String args) {
        try {
            return json.readValue(args, TEXTS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
