package dev.baton.recognition;

import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.recognition.RecognitionEvent.CertificateIssued;
import dev.baton.recognition.RecognitionEvent.MilestoneReached;
import dev.baton.recognition.RecognitionRefusals.CertificateHolds;
import dev.baton.recognition.RecognitionRefusals.CertificateUnknown;
import dev.baton.recognition.RecognitionRefusals.CodeUnknown;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferEvent.PhaseEntered;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to certificates: given at milestones and at close-out to whoever has credits that stand, checked by code. */
@Service
public class Certificates {

    private static final String CERTIFICATES =
            """
            select c.*, (select count(*) from certificate_credit k where k.certificate_id = c.id and not exists
              (select 1 from credit_withdrawal w where w.credit_id = k.credit_id))::int as standing,
              (select count(*) from certificate_credit k where k.certificate_id = c.id)::int as given
            from certificate c\s""";

    private static final String STANDING =
            """
            select id, username, act from credit where transfer_id = ? and (username = ? or ? = '')
              and not exists (select 1 from credit_withdrawal w where w.credit_id = credit.id)
              and not baton_held(credit.item_id, credit.username)
            order by username, act, id""";

    private final People people;
    private final Transfers transfers;
    private final CertificateRecords records;
    private final RecordSight sight;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Certificates(
            People people,
            Transfers transfers,
            CertificateRecords records,
            RecordSight sight,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.transfers = transfers;
        this.records = records;
        this.sight = sight;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A person's certificates, the latest first; the codes for the person alone. */
    @Transactional(readOnly = true)
    public List<CertificateView> of(String username) {
        people.require(username);
        if (!sight.maySee(username)) {
            return List.of();
        }
        var all = jdbc.sql(CERTIFICATES + "where c.username = ? order by c.issued_at desc, c.occasion, c.no desc")
                .param(username)
                .query(Certificates::view)
                .list();
        return username.equals(Acting.current().username())
                ? all
                : all.stream().map(CertificateView::withoutCode).toList();
    }

    /** The current actor's own certificate. */
    @Transactional(readOnly = true)
    public CertificateView mine(UUID id) {
        return jdbc.sql(CERTIFICATES + "where c.id = ? and c.username = ?")
                .params(id, Acting.current().username())
                .query(Certificates::view)
                .optional()
                .orElseThrow(() -> new CertificateUnknown(id));
    }

    /** What stands behind a code, for anybody. */
    @Transactional(readOnly = true)
    public CertificateView check(String code) {
        return jdbc.sql(CERTIFICATES + "where c.code = ?")
                .param(CertificateCode.read(code))
                .query(Certificates::view)
                .optional()
                .orElseThrow(CodeUnknown::new);
    }

    /** A new one in place of one that no longer holds, of what still stands. */
    @Transactional
    public CertificateView renew(UUID id) {
        var old = mine(id);
        if (old.valid()) {
            throw new CertificateHolds();
        }
        var transfer = new TransferId(old.transferId());
        var standing = standing(transfer, old.username()).get(old.username());
        if (standing == null) {
            throw new CertificateHolds();
        }
        return mine(issue(transfer, old.username(), old.occasion(), standing));
    }

    @ApplicationModuleListener
    void on(MilestoneReached event) {
        if (!event.measure().equals("captured")) {
            issueToAll(event.transferId(), event.measure() + "-" + event.percent());
        }
    }

    @ApplicationModuleListener
    void on(PhaseEntered event) {
        if (event.phase() == Phase.CLOSE_OUT) {
            issueToAll(event.transferId(), Phase.CLOSE_OUT.code());
        }
    }

    private void issueToAll(TransferId transfer, String occasion) {
        standing(transfer, "").forEach((username, credits) -> {
            var known = jdbc.sql("select exists (select 1 from certificate where transfer_id = ? and username = ?"
                            + " and occasion = ?)")
                    .params(transfer.value(), username, occasion)
                    .query(Boolean.class)
                    .single();
            if (!known) {
                issue(transfer, username, occasion, credits);
            }
        });
    }

    /** Credits that stand, by user name, then id with kind. */
    private Map<String, Map<UUID, String>> standing(TransferId transfer, String username) {
        var found = new TreeMap<String, Map<UUID, String>>();
        jdbc.sql(STANDING).params(transfer.value(), username, username).query(row -> {
            found.computeIfAbsent(row.getString("username"), any -> new LinkedHashMap<>())
                    .put(row.getObject("id", UUID.class), row.getString("act"));
        });
        return found;
    }

    private UUID issue(TransferId id, String username, String occasion, Map<UUID, String> credits) {
        var gave = new TreeMap<>(
                credits.values().stream().collect(Collectors.groupingBy(act -> act, Collectors.summingInt(act -> 1))));
        var no = jdbc.sql("select coalesce(max(no), 0) + 1 from certificate where transfer_id = ? and username = ?"
                        + " and occasion = ?")
                .params(id.value(), username, occasion)
                .query(Integer.class)
                .single();
        var certificate = records.saveAndFlush(new Certificate(
                CertificateCode.create(),
                people.require(username),
                transfers.known(id),
                occasion,
                no,
                gave.entrySet().stream()
                        .map(kind -> kind.getKey() + " " + kind.getValue())
                        .collect(Collectors.joining(", ")),
                clock.instant()));
        credits.keySet()
                .forEach(credit -> jdbc.sql("insert into certificate_credit (certificate_id, credit_id) values (?, ?)")
                        .params(certificate.getId(), credit)
                        .update());
        events.publishEvent(new CertificateIssued(id, certificate.getId(), username));
        return certificate.getId();
    }

    private static CertificateView view(ResultSet row, int number) throws SQLException {
        var gave = new LinkedHashMap<String, Integer>();
        for (var kind : row.getString("contributions").split(", ", -1)) {
            var end = kind.lastIndexOf(' ');
            gave.put(kind.substring(0, end), Integer.valueOf(kind.substring(end + 1)));
        }
        return new CertificateView(
                row.getObject("id", UUID.class),
                CertificateCode.printed(row.getString("code")),
                row.getString("username"),
                row.getString("printed_name"),
                row.getObject("transfer_id", UUID.class),
                row.getString("transfer_name"),
                row.getString("purpose"),
                row.getString("occasion"),
                gave,
                row.getInt("standing"),
                row.getInt("standing") == row.getInt("given"),
                row.getTimestamp("issued_at").toInstant());
    }
}
