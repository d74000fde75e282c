package dev.baton.recognition;

import dev.baton.capture.FileId;
import dev.baton.capture.FileView;
import dev.baton.capture.Keepsakes;
import dev.baton.transfer.TransferId;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts what came with somebody's words on the shelf, and finds it again. */
@Component
class KeepsakeShelf {

    private final Keepsakes shelf;
    private final KeepsakeRecords records;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeepsakeShelf(Keepsakes shelf, KeepsakeRecords records, JdbcClient jdbc, Clock clock) {
        this.shelf = shelf;
        this.records = records;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where a file belongs: the words it goes with, who said them, and which item or step they are about. */
    record Place(FileView file, UUID words, @Nullable UUID itemId, @Nullable String to, @Nullable UUID stepId) {}

    /** Takes the bytes in, outside of any transaction; null where nothing was given. */
    @Nullable
    FileView take(@Nullable Gift gift) {
        return gift == null ? null : shelf.keep(gift.name(), gift.bytes());
    }

    /** From now on the file goes with these words. */
    void put(@Nullable FileView file, TransferId transfer, UUID words, String owner) {
        if (file != null) {
            records.saveAndFlush(new Keepsake(file, transfer.value(), words, owner, clock.instant()));
        }
    }

    /** What goes with each of these words. */
    Map<UUID, List<KeepsakeView>> with(Collection<UUID> words) {
        var found = new HashMap<UUID, List<KeepsakeView>>();
        if (!words.isEmpty()) {
            jdbc.sql("select id, words_id, name, media_type, size from keepsake where words_id = any(?) order by id")
                    .param(words.toArray(UUID[]::new))
                    .query(row -> {
                        found.computeIfAbsent(row.getObject("words_id", UUID.class), any -> new java.util.ArrayList<>())
                                .add(new KeepsakeView(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        row.getString("media_type"),
                                        row.getLong("size")));
                    });
        }
        return found;
    }

    /** The file with that id, and where it belongs. */
    Optional<Place> find(UUID id) {
        return jdbc.sql("select k.name, k.media_type, k.sha256, k.size, k.words_id, t.item_id, t.to_username,"
                        + " coalesce(s.step_id, q.step_id) as step_id"
                        + " from keepsake k left join thank_you t on t.id = k.words_id"
                        + " left join step_story s on s.id = k.words_id"
                        + " left join step_question q on q.id = k.words_id where k.id = ?")
                .param(id)
                .query((row, n) -> new Place(
                        new FileView(
                                new FileId(id),
                                row.getString("name"),
                                row.getString("media_type"),
                                row.getString("sha256"),
                                row.getLong("size")),
                        row.getObject("words_id", UUID.class),
                        row.getObject("item_id", UUID.class),
                        row.getString("to_username"),
                        row.getObject("step_id", UUID.class)))
                .optional();
    }
}
