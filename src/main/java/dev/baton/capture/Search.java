package dev.baton.capture;

import dev.baton.Page;
import dev.baton.capture.CaptureRefusals.ListMalformed;
import dev.baton.identity.Acting;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to finding items again: by their words, in the version that the reader may see, and no other. Where no item
 * has the words as typed, the nearest words that occur are tried.
 */
@Service
public class Search {

    private static final int LONGEST_TEXT = 300;
    private static final int MOST_WORDS = 8;

    /** One row for each item that this person may see, in the version they see. */
    private static final String SEEN =
            """
            from search_entry e join knowledge_item i on i.id = e.item_id
              join item_version v on v.item_id = e.item_id and v.version = e.version
              join process_step s on s.id = i.step_id join transfer t on t.id = i.transfer_id,
              (select %s as wanted) q
            where e.document @@ q.wanted
              and e.version = case
                when i.author = :me or i.transfer_id = any(:full)
                  or (i.transfer_id = any(:late) and i.open_to_receiving_site) then i.latest_version
                when i.transfer_id = any(:late) then i.effective_version end
              and (i.author = :me or i.step_id <> all(:kept) or i.id = any(:read))
              and (cast(:transfer as uuid) is null or i.transfer_id = :transfer)
              and (cast(:step as uuid) is null or i.step_id = :step)
              and (cast(:kind as text) is null or v.kind = :kind)
              and (cast(:sense as text) is null or v.sense = :sense)
              and (cast(:person as text) is null or i.author = :person and (i.in_confidence is not true or i.author = :me))
              and (cast(:state as text) is null
                or case when e.version = i.latest_version then i.state else 'approved' end = :state)""";

    private static final String PAGE =
            """
            with hit as (
              select e.item_id, e.version, v.title, i.step_id, s.number || ' ' || s.name as step, i.transfer_id,
                t.name as transfer, v.kind, e.body, q.wanted,
                case when e.version = i.latest_version then i.state else 'approved' end as state,
                ts_rank('{0.05, 0.2, 0.4, 1.0}', e.document, q.wanted) as rank
              %s),
            page as (
              select * from hit
              where cast(:afterRank as real) is null or (-rank, item_id) > (-cast(:afterRank as real), :afterId)
              order by -rank, item_id limit :rows)
            select page.*, ts_headline('baton', left(body, 20000), wanted,
              'StartSel="' || chr(1) || '", StopSel="' || chr(2) || '", MaxWords=30, MinWords=12, MaxFragments=2') as snippet
            from page order by -rank, item_id""";

    private static final String FACETS =
            """
            with hit as (
              select i.step_id::text as step, s.number || ' ' || s.name as step_name, s.position, v.kind, v.sense,
                case when e.version = i.latest_version then i.state else 'approved' end as state,
                case when i.in_confidence and i.author <> :me then null else i.author end as author
              %s)
            select 'step', step, max(step_name), count(*), max(position) from hit group by step
            union all select 'kind', kind, kind, count(*), 0 from hit group by kind
            union all select 'sense', sense, sense, count(*), 0 from hit where sense is not null group by sense
            union all select 'state', state, state, count(*), 0 from hit group by state
            union all select 'person', author, author, count(*), 0 from hit where author is not null group by author
            order by 1, 5, 4 desc, 2""";

    private final JdbcClient jdbc;
    private final ItemSight sight;
    private final Transfers transfers;

    Search(JdbcClient jdbc, ItemSight sight, Transfers transfers) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.transfers = transfers;
    }

    private record Row(SearchHit hit, float rank) {}

    /** A page of hits, the best first. */
    @Transactional(readOnly = true)
    public Page<SearchHit> find(SearchQuery query, @Nullable String after, int limit) {
        Page.requireLimit(limit);
        var asked = asked(query);
        if (asked == null) {
            return new Page<>(List.of(), null);
        }
        var params = new HashMap<>(asked.params());
        params.put("rows", limit + 1);
        putKey(after, params);
        var rows = jdbc.sql(PAGE.formatted(SEEN.formatted(asked.wanted())))
                .params(params)
                .query((row, i) -> new Row(
                        new SearchHit(
                                row.getString("item_id"),
                                row.getInt("version"),
                                row.getString("title"),
                                row.getString("step_id"),
                                row.getString("step"),
                                row.getString("transfer_id"),
                                row.getString("transfer"),
                                row.getString("kind"),
                                row.getString("state"),
                                pieces(row.getString("snippet"))),
                        row.getFloat("rank")))
                .list();
        return Page.of(rows, limit, Search::key).map(Row::hit);
    }

    /** How the hits fall into steps, kinds, senses, states and people. */
    @Transactional(readOnly = true)
    public List<SearchFacet> facets(SearchQuery query) {
        var asked = asked(query);
        return asked == null
                ? List.of()
                : jdbc.sql(FACETS.formatted(SEEN.formatted(asked.wanted())))
                        .params(asked.params())
                        .query((row, i) ->
                                new SearchFacet(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                        .list();
    }

    /**
     * A question to the database.
     *
     * @param wanted SQL of the words, built of parameters alone
     */
    private record Asked(String wanted, Map<String, @Nullable Object> params) {}

    /** Null when there is nothing to look for, or nothing this person may see. */
    private @Nullable Asked asked(SearchQuery query) {
        var text = words(query.text());
        if (text.isBlank()) {
            return null;
        }
        var params = params(query);
        params.put("q", text);
        var exact = new Asked("websearch_to_tsquery('baton', :q)", params);
        return isAnyFor(exact) ? exact : nearest(text, params);
    }

    private boolean isAnyFor(Asked asked) {
        return jdbc.sql("select exists (select 1 " + SEEN.formatted(asked.wanted()) + ")")
                .params(asked.params())
                .query(Boolean.class)
                .single();
    }

    /** Each word, or any of the three that are most like it. */
    private Asked nearest(String text, Map<String, @Nullable Object> params) {
        var typed = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> word.length() > 2 && word.length() <= 40)
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        var all = new ArrayList<String>();
        for (var word : typed) {
            var any = new ArrayList<String>();
            for (var near : near(word)) {
                var name = "w" + params.size();
                params.put(name, near);
                any.add("plainto_tsquery('baton', :" + name + ")");
            }
            all.add("(" + String.join(" || ", any) + ")");
        }
        return new Asked(all.isEmpty() ? "websearch_to_tsquery('baton', :q)" : String.join(" && ", all), params);
    }

    private Set<String> near(String word) {
        var near = new LinkedHashSet<String>();
        near.add(word);
        near.addAll(jdbc.sql(
                        """
                        select word from search_word where word % unaccent(:word)
                        group by word order by similarity(word, unaccent(:word)) desc, word limit 3""")
                .param("word", word)
                .query(String.class)
                .list());
        return near;
    }

    private Map<String, @Nullable Object> params(SearchQuery query) {
        var full = new ArrayList<UUID>();
        var late = new ArrayList<UUID>();
        var kept = new ArrayList<UUID>();
        var read = new ArrayList<UUID>();
        var me = "";
        for (var transfer : among(query.transfer())) {
            var eyes = sight.in(transfer);
            if (eyes.member()) {
                (eyes.afterTriage() ? late : full).add(transfer.value());
                kept.addAll(eyes.keptBack().steps());
                read.addAll(eyes.keptBack().read());
            }
            me = eyes.username();
        }
        var params = new HashMap<String, @Nullable Object>();
        params.put("me", me);
        params.put("full", full.toArray(UUID[]::new));
        params.put("late", late.toArray(UUID[]::new));
        params.put("kept", kept.toArray(UUID[]::new));
        params.put("read", read.toArray(UUID[]::new));
        params.put(
                "transfer", query.transfer() == null ? null : query.transfer().value());
        params.put("step", query.step() == null ? null : query.step().value());
        params.put("kind", query.kind());
        params.put("sense", query.sense());
        params.put("state", query.state());
        params.put("person", query.person());
        return params;
    }

    /** The rule of who sees what is asked for each transfer by itself: there is one rule, and it is not repeated here. */
    private List<TransferId> among(@Nullable TransferId one) {
        if (one != null) {
            transfers.requireKnown(one);
            return List.of(one);
        }
        if (Acting.current().username().isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select id from transfer order by id")
                .query((row, i) -> new TransferId(row.getObject(1, UUID.class)))
                .list();
    }

    /** What the database could not take is not looked for. */
    private static String words(String text) {
        var kept = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_TEXT)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static List<SearchHit.Piece> pieces(String marked) {
        var pieces = new ArrayList<SearchHit.Piece>();
        int from = 0;
        while (from < marked.length()) {
            var hit = marked.charAt(from) == '\u0001';
            var end = marked.indexOf(hit ? '\u0002' : '\u0001', from);
            end = end < 0 ? marked.length() : end;
            pieces.add(new SearchHit.Piece(marked.substring(hit ? from + 1 : from, end), hit));
            from = hit ? end + 1 : end;
        }
        return pieces;
    }

    private static String key(Row row) {
        var text = row.rank() + "|" + row.hit().itemId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void putKey(@Nullable String after, Map<String, @Nullable Object> params) {
        params.put("afterRank", null);
        params.put("afterId", new UUID(0, 0));
        if (after == null || after.isEmpty()) {
            return;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length != 2) {
                throw new ListMalformed("capture.list-after");
            }
            params.put("afterRank", Float.valueOf(parts[0]));
            params.put("afterId", UUID.fromString(parts[1]));
        } catch (IllegalArgumentException e) {
            throw new ListMalformed("capture.list-after");
        }
    }
}
