package dev.baton.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables that Envers keeps images of, read from the database's own catalogue, so that none can be forgotten. */
@Component
class AuditedTables {

    private static final String COLUMNS =
            """
            select t.table_name, c.column_name,
              exists (select from information_schema.key_column_usage k join information_schema.table_constraints p
                on p.constraint_schema = k.constraint_schema and p.constraint_name = k.constraint_name
                  and p.table_name = k.table_name
                where p.constraint_type = 'PRIMARY KEY' and k.table_schema = 'public'
                  and k.table_name = c.table_name and k.column_name = c.column_name) as is_key
            from information_schema.tables t join information_schema.columns c
              on c.table_schema = t.table_schema and c.table_name = t.table_name || '_aud'
            where t.table_schema = 'public' and c.column_name not in ('rev', 'revtype')
            order by t.table_name, c.ordinal_position""";

    private final JdbcClient jdbc;

    AuditedTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One table with its images.
     *
     * @param keys the columns that name a row
     * @param values the other columns that are kept
     */
    record AuditedTable(String name, List<String> keys, List<String> values) {}

    private record Column(String table, String name, boolean key) {}

    List<AuditedTable> all() {
        var tables = new LinkedHashMap<String, AuditedTable>();
        for (var column : jdbc.sql(COLUMNS)
                .query((row, n) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list()) {
            var table = tables.computeIfAbsent(
                    column.table(), name -> new AuditedTable(name, new ArrayList<>(), new ArrayList<>()));
            (column.key() ? table.keys() : table.values()).add(column.name());
        }
        return List.copyOf(tables.values());
    }
}
