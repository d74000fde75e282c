package dev.baton.capture;

import dev.baton.capture.CaptureRefusals.NotSignedByAll;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who writes a draft together with its author. In rework these are the co-authors of the version before, with those who
 * were invited since and without those who left.
 */
@Component
class CoWriters {

    /** Who wrote the version before, and after them who was invited or left since, in that order. */
    private static final String WRITERS =
            """
            select id, username, gone from (
              select i.id, w.username, false as gone, 0 as turn, null::timestamptz as at, null::uuid as id_, w.place
                from knowledge_item i
                join item_version v on v.item_id = i.id and v.version = i.latest_version
                cross join unnest(string_to_array(v.co_authors, ' ')) with ordinality as w(username, place)
                where i.id = any(:drafts) and v.co_authors is not null
              union all
              select a.draft_id, a.username, a.left_reason is not null, 1, a.invited_at, a.id, 0 from co_author a
                where a.draft_id = any(:drafts)
                  and not exists (select from capture_request c where c.id = a.draft_id and c.expert = a.username)
            ) writers order by turn, at, id_, place""";

    private static final String OPEN =
            """
            select a.draft_id from co_author a where a.username = :me and a.left_reason is null
              and (exists (select from capture_request c where c.id = a.draft_id and c.state = 'open')
                or exists (select from knowledge_item i where i.id = a.draft_id and i.in_rework))
            union
            select i.id from knowledge_item i join item_version v on v.item_id = i.id and v.version = i.latest_version
            where i.in_rework and v.co_authors is not null and :me = any(string_to_array(v.co_authors, ' '))
              and not exists (select from co_author a where a.draft_id = i.id and a.username = :me
                and a.left_reason is not null)""";

    private static final String WRITES =
            """
            select exists (select from capture_request c where c.id = :draft and c.state = 'open'
                and (c.expert = :me or c.interviewer = :me))
              or exists (select from knowledge_item i where i.id = :draft and i.in_rework and i.author = :me)""";

    private final CoAuthorships signed;
    private final JdbcClient jdbc;

    CoWriters(CoAuthorships signed, JdbcClient jdbc) {
        this.signed = signed;
        this.jdbc = jdbc;
    }

    /** User names of those who write the draft with its author, in the order in which they were invited. */
    List<String> of(UUID draft) {
        return of(List.of(draft)).getOrDefault(draft, List.of());
    }

    /** The same for many drafts at once; those that are written alone are left out. */
    Map<UUID, List<String>> of(Collection<UUID> drafts) {
        var ids = drafts.toArray(UUID[]::new);
        var now = new HashMap<UUID, Set<String>>();
        jdbc.sql(WRITERS).param("drafts", ids).query(row -> {
            var people = now.computeIfAbsent(row.getObject(1, UUID.class), id -> new LinkedHashSet<>());
            var username = row.getString(2);
            if (row.getBoolean(3)) {
                people.remove(username);
            } else {
                people.add(username);
            }
        });
        now.values().removeIf(Set::isEmpty);
        return now.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /** Whether that person writes the open draft, as its author, as who asks, or together with them. */
    boolean writes(UUID draft, String username) {
        return jdbc.sql(WRITES)
                        .param("draft", draft)
                        .param("me", username)
                        .query(Boolean.class)
                        .single()
                || openOf(username).contains(draft);
    }

    /** The open drafts that this person writes with their authors. */
    Set<UUID> openOf(String username) {
        return Set.copyOf(jdbc.sql(OPEN).param("me", username).query(UUID.class).list());
    }

    /** Whether that co-author has signed exactly this text. */
    boolean hasSigned(UUID item, int version, String username, String contentHash) {
        return signed.existsByItemIdAndItemVersionAndUsernameAndContentHash(item, version, username, contentHash);
    }

    /** Refuses unless every co-author has signed exactly what the version holds. */
    void requireSigned(ItemVersion version) {
        var missing = new ArrayList<String>();
        for (var username : version.coAuthors()) {
            if (!hasSigned(version.itemId(), version.version(), username, version.contentHash())) {
                missing.add(username);
            }
        }
        if (!missing.isEmpty()) {
            throw new NotSignedByAll(version.title(), String.join(", ", missing));
        }
    }
}
