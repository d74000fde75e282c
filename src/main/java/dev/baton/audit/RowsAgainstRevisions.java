package dev.baton.audit;

import dev.baton.audit.AuditedTables.AuditedTable;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every row of an audited table is as its last revision says, and every revision that still stands has its row. */
@Component
class RowsAgainstRevisions implements IntegrityCheck {

    private final JdbcClient jdbc;
    private final AuditedTables tables;

    RowsAgainstRevisions(JdbcClient jdbc, AuditedTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    @Override
    public String name() {
        return "rows-against-revisions";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void run(IntegrityReport report) {
        var all = tables.all();
        for (int i = 0; i < all.size(); i++) {
            check(all.get(i), report);
            report.looked(i + 1L, all.size());
        }
    }

    private record Difference(String key, long rev, boolean gone, boolean unknown, String fields) {}

    private void check(AuditedTable table, IntegrityReport report) {
        jdbc.sql(sql(table))
                .query((row, n) -> new Difference(
                        row.getString("key"),
                        row.getLong("rev"),
                        row.getBoolean("gone"),
                        row.getBoolean("unknown"),
                        row.getString("fields")))
                .list()
                .forEach(found -> report.found(finding(table, found)));
    }

    private static IntegrityFinding finding(AuditedTable table, Difference found) {
        var where = table.name() + " " + found.key();
        if (found.gone()) {
            return IntegrityFinding.of(where, "row-missing", String.valueOf(found.rev()));
        }
        if (found.unknown()) {
            return IntegrityFinding.of(where, "row-added");
        }
        return IntegrityFinding.of(
                where + ", " + found.fields(), "row-altered", String.valueOf(found.rev()), found.fields());
    }

    /** Identifiers come from the database's catalogue and are quoted. */
    private static String sql(AuditedTable table) {
        var join = each(table.keys(), " and ", column -> "c." + column + " = a." + column);
        var key = each(table.keys(), ", ", column -> "coalesce(c." + column + ", a." + column + ")::text");
        var quoted = each(table.keys(), ", ", UnaryOperator.identity());
        var first = quote(table.keys().get(0));
        var changed = table.values().stream()
                .map(column -> "case when c." + quote(column) + " is distinct from a." + quote(column) + " then '"
                        + column.replace("'", "''") + "' end")
                .collect(Collectors.joining(", "));
        var fields = changed.isEmpty() ? "''" : "concat_ws(', ', " + changed + ")";
        return "select * from (select concat_ws(' ', " + key + ") as key, coalesce(a.rev, 0) as rev, c." + first
                + " is null as gone, a." + first + " is null or a.revtype = 2 as unknown, " + fields + " as fields"
                + ", a.revtype from "
                + quote(table.name()) + " c full join (select distinct on (" + quoted + ") * from "
                + quote(table.name() + "_aud") + " order by " + quoted + ", rev desc) a on " + join
                + ") d where (gone and revtype <> 2) or (not gone and unknown) or (not gone and not unknown"
                + " and fields <> '') order by key limit " + (IntegrityRunner.MOST_FINDINGS + 1);
    }

    private static String each(List<String> columns, String between, UnaryOperator<String> how) {
        return columns.stream().map(column -> how.apply(quote(column))).collect(Collectors.joining(between));
    }

    private static String quote(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
