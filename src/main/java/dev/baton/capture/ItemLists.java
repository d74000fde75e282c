package dev.baton.capture;

import dev.baton.Page;
import dev.baton.capture.CaptureRefusals.ListMalformed;
import dev.baton.capture.ItemSight.Eyes;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages of a transfer's items by step, then by submission: a keyset, so that page 100 costs what page 1 does. */
@Component
class ItemLists {

    /** What a person sees whom a version that may be outside the range is still kept from: the effective one. */
    private static final String PAGE =
            """
            select id, step_position, created_at from (
              select i.*, case when :afterTriage and not open_to_receiving_site and author <> :me
                then case when effective_version is null then 'hidden' else 'approved' end else state end as shown,
                case when :afterTriage and not open_to_receiving_site and author <> :me
                then effective_version else latest_version end as seen
              from knowledge_item i where transfer_id = :transfer) visible
            where shown <> 'hidden' and (cast(:step as uuid) is null or step_id = :step)
              and (cast(:state as text) is null or shown = :state)
              and (cast(:kind as text) is null
                or (select v.kind from item_version v where v.item_id = visible.id and v.version = visible.seen) = :kind)
              and (:member or author = :me)
              and (author = :me or step_id <> all(:kept) or id = any(:read))
              and (cast(:afterId as uuid) is null or (step_position, created_at, id) > (:afterPosition, :afterAt, :afterId))
            order by step_position, created_at, id limit :rows""";

    private static final String VOICES =
            """
            select count(*) from (
              select author from knowledge_item where step_id = :step
              union select username from nothing_hidden where step_id = :step) voices
            where author <> :me""";

    private final JdbcClient jdbc;
    private final KnowledgeItems items;

    ItemLists(JdbcClient jdbc, KnowledgeItems items) {
        this.jdbc = jdbc;
        this.items = items;
    }

    /** How many colleagues of that person told about the step, or signed that they know of nothing more. */
    int voices(StepId step, String username) {
        return jdbc.sql(VOICES)
                .param("step", step.value())
                .param("me", username)
                .query(Integer.class)
                .single();
    }

    private record Key(int position, Instant at, UUID id) {

        private static final Key NONE = new Key(0, Instant.EPOCH, new UUID(0, 0));

        String encoded() {
            var text = position + "|" + at + "|" + id;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        static Key decoded(String after) {
            try {
                var text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
                var parts = text.split("\\|", -1);
                if (parts.length != 3) {
                    throw new ListMalformed("capture.list-after");
                }
                return new Key(Integer.parseInt(parts[0]), Instant.parse(parts[1]), UUID.fromString(parts[2]));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new ListMalformed("capture.list-after");
            }
        }
    }

    Page<KnowledgeItem> page(TransferId transfer, Eyes eyes, ItemFilter filter, @Nullable String after, int limit) {
        Page.requireLimit(limit);
        var step = filter.step();
        var state = filter.state();
        var kind = filter.kind();
        var from = after == null ? Key.NONE : Key.decoded(after);
        var keys = jdbc.sql(PAGE)
                .param("transfer", transfer.value())
                .param("step", step == null ? null : step.value(), Types.OTHER)
                .param("state", state == null ? null : state.code(), Types.VARCHAR)
                .param("kind", kind == null ? null : kind.code(), Types.VARCHAR)
                .param("me", eyes.username())
                .param("member", eyes.member())
                .param("kept", eyes.keptBack().steps().toArray(UUID[]::new))
                .param("read", eyes.keptBack().read().toArray(UUID[]::new))
                .param("afterTriage", eyes.afterTriage())
                .param("afterPosition", from.position())
                .param("afterAt", Timestamp.from(from.at()))
                .param("afterId", after == null ? null : from.id(), Types.OTHER)
                .param("rows", limit + 1)
                .query((row, i) ->
                        new Key(row.getInt(2), row.getTimestamp(3).toInstant(), row.getObject(1, UUID.class)))
                .list();
        var page = Page.of(keys, limit, Key::encoded);
        var byId = items.findAllById(page.items().stream().map(Key::id).toList()).stream()
                .collect(Collectors.toMap(item -> item.id().value(), Function.identity()));
        List<KnowledgeItem> found = page.items().stream()
                .map(key -> Objects.requireNonNull(byId.get(key.id())))
                .toList();
        return new Page<>(found, page.next());
    }
}
