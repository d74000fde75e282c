package dev.baton.recognition;

import dev.baton.recognition.ExpertiseView.Knows;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to who knows what: from signatures that stand, never from a survey. A name held in confidence counts nowhere,
 * or the number would tell it; whoever has left counts no longer.
 */
@Service
@Transactional(readOnly = true)
public class Expertise {

    private static final String KNOWS =
            """
            from (
              select i.step_id, i.author as username, 'told' as by from knowledge_item i
                where (i.state <> 'withdrawn' or i.effective_version is not null) and i.state <> 'draft'
                  and not baton_held(i.id, i.author)
              union
              select n.step_id, n.username, 'as-written' from nothing_hidden n
              union
              select c.step_id, c.username, 'demonstrated' from credit c where c.act = 'demonstrated'
                and not exists (select 1 from credit_withdrawal w where w.credit_id = c.id)) k
            join process_step s on s.id = k.step_id
            join person p on p.username = k.username and p.enabled
            where not exists (select 1 from team_membership m where m.transfer_id = s.transfer_id
              and m.username = k.username and m.leaving_date < ?)""";

    private final Transfers transfers;
    private final RecordSight sight;
    private final JdbcClient jdbc;
    private final Clock clock;

    Expertise(Transfers transfers, RecordSight sight, JdbcClient jdbc, Clock clock) {
        this.transfers = transfers;
        this.sight = sight;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who knows the step, if the current actor may know of it. */
    public ExpertiseView of(StepId step) {
        transfers.requireStep(step);
        var people = knowing(step);
        var hidden = sight.hidden(people.stream().map(Knows::username).toList());
        return new ExpertiseView(
                people.stream()
                        .filter(person -> !hidden.contains(person.username()))
                        .toList(),
                people.size());
    }

    /** How many know each step of a transfer; steps that nobody has signed for are not there. */
    public Map<StepId, Integer> busFactors(TransferId transfer) {
        transfers.requireKnown(transfer);
        var found = new LinkedHashMap<StepId, Integer>();
        jdbc.sql("select k.step_id, count(distinct k.username)::int as people " + KNOWS
                        + " and s.transfer_id = ? group by k.step_id, s.position order by s.position")
                .params(today(), transfer.value())
                .query(row -> {
                    found.put(new StepId(row.getObject("step_id", UUID.class)), row.getInt("people"));
                });
        return found;
    }

    /** Steps of a transfer that one person alone knows who is going to leave; for its lead. */
    public Set<StepId> losing(TransferId transfer) {
        transfers.requireKnown(transfer);
        if (!transfers.isLead(transfer)) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("select k.step_id " + KNOWS
                        + " and s.transfer_id = ? group by k.step_id having count(distinct k.username) = 1"
                        + " and bool_or(exists (select 1 from team_membership m where m.transfer_id = ?"
                        + " and m.username = k.username and m.leaving_date is not null))")
                .params(today(), transfer.value(), transfer.value())
                .query((row, n) -> new StepId(row.getObject("step_id", UUID.class)))
                .list());
    }

    /** Everybody who knows the step, without asking who wants to know. */
    List<Knows> knowing(StepId step) {
        return jdbc.sql("select k.username, p.name, t.name as site, array_agg(distinct k.by order by k.by) as ways "
                        + KNOWS.replace(
                                "where not exists (select 1 from team",
                                "join site t on t.id = p.site_id where not exists (select 1 from team")
                        + " and k.step_id = ? group by k.username, p.name, t.name order by p.name, k.username")
                .params(today(), step.value())
                .query((row, n) -> new Knows(
                        row.getString("username"), row.getString("name"), row.getString("site"), List.of((String[])
                                row.getArray("ways").getArray())))
                .list();
    }

    private Date today() {
        return Date.valueOf(LocalDate.now(clock));
    }
}
