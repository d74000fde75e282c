package dev.baton.capture;

import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.Role;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to how far the knowledge of each step has come. Callers check who may know. */
@Component
@Transactional(readOnly = true)
public class ProgressReader {

    /** One row for each step about which anything is known. */
    private static final String BY_STEP =
            """
            select step_id, transfer_id,
              bool_or(captured) as captured, bool_or(reviewed) as reviewed, bool_or(approved) as approved,
              bool_or(transferred) as transferred, bool_or(nothing_hidden) as nothing_hidden,
              count(*) filter (where not nothing_hidden and (open or not ?)) as items
            from (
              select step_id, transfer_id, state <> 'withdrawn' or effective_version is not null as captured,
                state in ('receiver-reviewed', 'triaged', 'approved', 'transferred')
                  or effective_version is not null as reviewed,
                state in ('approved', 'transferred') or effective_version is not null as approved,
                state = 'transferred' as transferred, false as nothing_hidden, open_to_receiving_site as open
              from knowledge_item where transfer_id = any(?)
              union all
              select step_id, transfer_id, true, true, true, false, true, true
              from nothing_hidden where transfer_id = any(?)
            ) told
            group by step_id, transfer_id""";

    private static final String BY_TRANSFER =
            """
            select transfer_id, count(*) filter (where captured) as captured,
              count(*) filter (where reviewed) as reviewed, count(*) filter (where approved) as approved,
              count(*) filter (where transferred) as transferred
            from ("""
                    + BY_STEP
                    + ") steps group by transfer_id";

    private final JdbcTemplate jdbc;

    ProgressReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The coverage of each transfer in which anything was captured. */
    public Map<TransferId, Coverage> coverage(Iterable<TransferView> transfers) {
        var ids = new java.util.ArrayList<UUID>();
        transfers.forEach(transfer -> ids.add(transfer.id().value()));
        var all = ids.toArray(new UUID[0]);
        var found = new HashMap<TransferId, Coverage>();
        jdbc.query(
                BY_TRANSFER,
                row -> {
                    found.put(
                            new TransferId(row.getObject("transfer_id", UUID.class)),
                            new Coverage(
                                    row.getInt("captured"),
                                    row.getInt("reviewed"),
                                    row.getInt("approved"),
                                    row.getInt("transferred")));
                },
                false,
                all,
                all);
        return found;
    }

    /** The coverage of one transfer. */
    public Coverage coverage(TransferView transfer) {
        return coverage(java.util.List.of(transfer)).getOrDefault(transfer.id(), Coverage.NONE);
    }

    /** The progress of each step about which anything is known. */
    public Map<StepId, StepProgress> bySteps(TransferView transfer) {
        var all = new UUID[] {transfer.id().value()};
        var found = new HashMap<StepId, StepProgress>();
        jdbc.query(
                BY_STEP,
                row -> {
                    found.put(new StepId(row.getObject("step_id", UUID.class)), progress(row));
                },
                isReceivingSide(transfer, Acting.current()),
                all,
                all);
        return found;
    }

    /** Whether what could be outside the registered range is withheld from this person until after its triage. */
    private static boolean isReceivingSide(TransferView transfer, Actor actor) {
        return actor.site().equals(transfer.receivingSite()) && !actor.is(Role.QUALITY) && !actor.is(Role.AUDITOR);
    }

    private static StepProgress progress(ResultSet row) throws SQLException {
        return new StepProgress(
                row.getBoolean("captured"),
                row.getBoolean("reviewed"),
                row.getBoolean("approved"),
                row.getBoolean("transferred"),
                row.getInt("items"),
                row.getBoolean("nothing_hidden"));
    }
}
