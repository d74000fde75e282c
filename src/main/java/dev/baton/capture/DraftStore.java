package dev.baton.capture;

import dev.baton.audit.AuditTrail;
import dev.baton.audit.TrailRef;
import dev.baton.capture.CaptureRefusals.Stale;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Authors' working notes. Autosave overwrites them; the trail hears only of a note begun, taken over or discarded. The
 * counter never runs backwards, so that a save from an old window is always seen as stale.
 */
@Component
class DraftStore {

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    DraftStore(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** A note as it is stored; {@code content} is null when there is none any more. */
    record Note(String author, long counter, Instant savedAt, @Nullable String content) {

        List<ItemContent> items() {
            return AnswersJson.readDraft(content);
        }
    }

    Optional<Note> find(UUID subject) {
        return jdbc.sql("select author, counter, saved_at, content from draft where subject_id = ?")
                .param(subject)
                .query((row, i) -> new Note(
                        row.getString(1), row.getLong(2), row.getTimestamp(3).toInstant(), row.getString(4)))
                .optional();
    }

    long counter(UUID subject) {
        return find(subject).map(Note::counter).orElse(0L);
    }

    /**
     * Refuses unless this is the version that stands.
     *
     * @return the items in it
     */
    List<ItemContent> requireCurrent(UUID subject, long version) {
        var note = find(subject);
        var current = note.map(Note::counter).orElse(0L);
        if (current != version) {
            throw new Stale(version, current);
        }
        return note.map(Note::items).orElse(List.of());
    }

    /** Replaces the note if it still has this version. */
    void save(UUID subject, UUID transfer, String author, long version, List<ItemContent> items, TrailRef trailRef) {
        var before = find(subject);
        var current = before.map(Note::counter).orElse(0L);
        if (current != version) {
            throw new Stale(version, current);
        }
        var json = AnswersJson.writeDraft(items);
        var now = Timestamp.from(clock.instant());
        int rows = before.isEmpty()
                ? jdbc.sql("insert into draft (subject_id, transfer_id, author, counter, saved_at, content)"
                                + " values (?, ?, ?, 1, ?, ?) on conflict do nothing")
                        .params(subject, transfer, author, now, json)
                        .update()
                : jdbc.sql("update draft set counter = counter + 1, author = ?, saved_at = ?, content = ?"
                                + " where subject_id = ? and counter = ?")
                        .params(author, now, json, subject, version)
                        .update();
        if (rows == 0) {
            throw new Stale(version, counter(subject));
        }
        if (before.isEmpty() || before.get().content() == null) {
            trail.record("draft-begun", trailRef);
        } else if (!before.get().author().equals(author)) {
            trail.record("draft-taken-over", trailRef);
        }
    }

    /** The note has become a version. */
    void clear(UUID subject) {
        jdbc.sql("update draft set content = null, counter = counter + 1 where subject_id = ?")
                .param(subject)
                .update();
    }

    /** The note will not become a version; its words stay with who wrote them. */
    void discard(UUID subject, TrailRef trailRef) {
        if (find(subject).map(Note::content).isPresent()) {
            trail.record("draft-discarded", trailRef);
        }
    }

    /** Somebody else goes on writing. */
    void takeOver(UUID subject, String author, TrailRef trailRef) {
        int rows = jdbc.sql("update draft set author = ?, counter = counter + 1 where subject_id = ?")
                .params(author, subject)
                .update();
        if (rows > 0) {
            trail.record("draft-taken-over", trailRef);
        }
    }
}
