package dev.baton.bench;

import java.sql.SQLException;
import java.util.UUID;

/** A trail of one transfer and its leaves, as the export reads them. */
final class TrailRows {

    private static final String ENTRIES =
            """
            insert into audit_entry select n, n / 8, timestamptz '2026-01-01' + n * interval '1.234567 s',
              'America/Los_Angeles', 'California expert ' || n % 7, 'expert' || n % 7, 'expert', 'California',
              'changed', 'item', gen_random_uuid()::text, 'Tilt the egg and wait ' || n % 97, '#TRANSFER',
              gen_random_uuid(), n % 5, 'whatIsDone', 'before ' || md5(n::text), 'after ' || md5((n + 1)::text), null,
              case when n % 3 = 0 then 'Seen on the line & corrected' end, '10.1.2.' || n % 200, md5(n::text),
              gen_random_uuid(), gen_random_uuid() from generate_series(1, #ROWS) n""";

    private TrailRows() {}

    /** Makes the two tables anew. */
    static void fill(BenchDatabase database, UUID transfer, int rows) throws SQLException {
        database.run(
                "drop table if exists audit_entry, ledger_leaf",
                """
                create table audit_entry (no bigint primary key, tx bigint, at timestamptz, zone text, person text,
                  username text, role text, site text, act text, record_type text, record_id text, record_label text,
                  transfer_id uuid, item_id uuid, version integer, field text, old_value text, new_value text, unit text,
                  reason text, address text, session text, salt uuid, value_salt uuid)""",
                "create table ledger_leaf (index bigint primary key, no bigint unique, transfer_no bigint, hash bytea)",
                ENTRIES.replace("#TRANSFER", transfer.toString()).replace("#ROWS", String.valueOf(rows)),
                "insert into ledger_leaf select no - 1, no, no, sha256(no::text::bytea) from audit_entry",
                "vacuum analyze audit_entry",
                "vacuum analyze ledger_leaf",
                "checkpoint");
    }
}
