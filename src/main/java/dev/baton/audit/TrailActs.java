package dev.baton.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Puts entries of a transfer's trail together to acts: one person did one thing to one record in one transaction. Reads
 * from the newest entry on and no further than it must, however long the trail is.
 */
class TrailActs {

    private static final int ENTRIES_OF_AN_ACT = 12;
    private static final int MORE = 8;

    private final JdbcTemplate jdbc;
    private final Supplier<TrailQuery> query;
    private final Set<String> withheld;

    /**
     * Looks among the entries that a query picks.
     *
     * @param query makes the query anew, to be narrowed down
     */
    TrailActs(JdbcTemplate jdbc, Supplier<TrailQuery> query, Set<String> withheld) {
        this.jdbc = jdbc;
        this.query = query;
        this.withheld = withheld;
    }

    /** So many acts, the newest first, whose last entry comes before that one; null: from the end on. */
    List<TrailAct> newest(@Nullable Long before, int wanted) {
        int entries = wanted * ENTRIES_OF_AN_ACT;
        int acts = wanted;
        while (true) {
            var portion = portion(before, entries, acts);
            if (portion.acts().size() >= wanted || (portion.seen() < entries && portion.met() < acts)) {
                return portion.acts().subList(0, Math.min(wanted, portion.acts().size()));
            }
            entries *= MORE;
            acts *= 2;
        }
    }

    /**
     * What one question brought.
     *
     * @param seen how many entries it went back
     * @param met how many acts they belong to, those included whose last entry is newer
     */
    private record Portion(List<TrailAct> acts, long seen, int met) {}

    private Portion portion(@Nullable Long before, int entries, int acts) {
        var newest = query.get().and("no < ?", before);
        var whole = query.get();
        var values = new ArrayList<>(List.of(newest.values()));
        values.addAll(List.of(whole.selected()));
        var seen = new long[1];
        Map<Long, List<TrailRow>> byAct = new LinkedHashMap<>();
        var rows = whole.rows(withheld);
        jdbc.query(
                whole.selectActs(newest, entries, acts),
                result -> {
                    seen[0] = result.getLong("seen");
                    byAct.computeIfAbsent(result.getLong("last"), last -> new ArrayList<>())
                            .add(rows.mapRow(result, 0));
                },
                values.toArray());
        var found = new ArrayList<TrailAct>();
        byAct.values().forEach(all -> {
            long last = all.get(all.size() - 1).no();
            // Of an act that ends later only the beginning lies here: it was on the page before.
            if (before == null || last < before) {
                found.add(new TrailAct(
                        last,
                        all.get(0),
                        all.stream().filter(row -> row.field() != null).toList()));
            }
        });
        return new Portion(found, seen[0], byAct.size());
    }
}
