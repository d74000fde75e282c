package dev.baton.audit.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail with everything that its leaf is made of, values in clear.
 *
 * @param transferNo place within the transfer in the order of the ledger, from 1; null where {@code transfer} is
 */
public record LedgerEntry(
        long no,
        long tx,
        OffsetDateTime at,
        String zone,
        String person,
        String username,
        String role,
        String site,
        String act,
        String recordType,
        String recordId,
        String record,
        @Nullable UUID transfer,
        @Nullable Long transferNo,
        @Nullable UUID item,
        @Nullable Integer version,
        @Nullable String field,
        @Nullable String oldValue,
        @Nullable String newValue,
        @Nullable String unit,
        @Nullable String reason,
        @Nullable String address,
        @Nullable String session,
        UUID salt,
        UUID valueSalt) {

    /** The columns that {@link #read} expects first, of the table {@code audit_entry} under the name {@code e}. */
    public static final String COLUMNS =
            "e.no, e.tx, e.at, e.zone, e.person, e.username, e.role, e.site, e.act, e.record_type, e.record_id,"
                    + " e.record_label, e.transfer_id, e.item_id, e.version, e.field, e.old_value, e.new_value, e.unit,"
                    + " e.reason, e.address, e.session, e.salt, e.value_salt";

    /** How many {@link #COLUMNS} there are. */
    public static final int COLUMN_COUNT = 24;

    /** Reads an entry whose columns stand first in the row. */
    public static LedgerEntry read(ResultSet row, @Nullable Long transferNo) throws SQLException {
        return new LedgerEntry(
                row.getLong(1),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getObject(13, UUID.class),
                transferNo,
                row.getObject(14, UUID.class),
                row.getObject(15, Integer.class),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                row.getString(20),
                row.getString(21),
                row.getString(22),
                row.getObject(23, UUID.class),
                row.getObject(24, UUID.class));
    }

    /** The same entry at its place within its transfer. */
    LedgerEntry placed(@Nullable Long place) {
        return new LedgerEntry(
                no,
                tx,
                at,
                zone,
                person,
                username,
                role,
                site,
                act,
                recordType,
                recordId,
                record,
                transfer,
                place,
                item,
                version,
                field,
                oldValue,
                newValue,
                unit,
                reason,
                address,
                session,
                salt,
                valueSalt);
    }
}
