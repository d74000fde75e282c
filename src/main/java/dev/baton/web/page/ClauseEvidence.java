package dev.baton.web.page;

import dev.baton.audit.IntegrityChecks;
import dev.baton.identity.Acting;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of this installation, now, by which the page of clauses shows that it does what it says. */
@Component
class ClauseEvidence {

    private static final String ACTS =
            "select count(distinct (tx, record_id)), max(at) from audit_entry where act = any(?)";

    private static final Map<String, String> QUERIES = Map.ofEntries(
            Map.entry("entries", "select count(*), max(at) from audit_entry"),
            Map.entry("reasons", "select count(*), max(at) from audit_entry where reason is not null"),
            Map.entry("signatures", "select count(*), max(signed_at) from signature"),
            Map.entry("items", "select count(*), max(submitted_at) from item_version"),
            Map.entry("accounts", "select count(*) filter (where enabled), max(created_at) from person"),
            Map.entry("statements", "select count(*), max(accepted_at) from statement_acceptance"),
            Map.entry("addresses", "select count(*), max(at) from audit_entry where address is not null"),
            Map.entry("marks", "select coalesce(max(to_no), 0), max(marked_at) from integrity_mark"),
            Map.entry("trained", "select count(*), max(trained_at) from training_record"),
            Map.entry("trailReviews", "select count(*), max(opened_at) from trail_review"));

    private static final Map<String, String[]> BY_ACT = Map.of(
            "exports", new String[] {"exported"},
            "failed", new String[] {"login-failed"},
            "failedSignings", new String[] {"signing-failed"},
            "lockouts", new String[] {"locked-out"},
            "granted", new String[] {"granted", "revoked"},
            "imports", new String[] {"imported"},
            "configured", new String[] {"configured"});

    private final JdbcClient jdbc;
    private final IntegrityChecks checks;
    private final RefusalTexts texts;

    ClauseEvidence(JdbcClient jdbc, IntegrityChecks checks, RefusalTexts texts) {
        this.jdbc = jdbc;
        this.checks = checks;
        this.texts = texts;
    }

    /** Every figure in words, by name. */
    Map<String, String> now() {
        var figures = new HashMap<String, String>();
        QUERIES.forEach((name, query) -> figures.put(
                name,
                jdbc.sql(query)
                        .query((row, n) -> words(name, row.getLong(1), row.getTimestamp(2)))
                        .single()));
        BY_ACT.forEach((name, acts) -> figures.put(
                name,
                jdbc.sql(ACTS)
                        .param(acts)
                        .query((row, n) -> words(name, row.getLong(1), row.getTimestamp(2)))
                        .single()));
        figures.put(
                "check",
                checks.last()
                        .map(run -> texts.word(
                                "evidence.check",
                                Moments.in(Acting.current().zone(), run.startedAt())
                                        .text(),
                                String.valueOf(run.open())))
                        .orElseGet(() -> texts.word("evidence.check.none")));
        return figures;
    }

    private String words(String name, long count, java.sql.@Nullable Timestamp last) {
        var counted = texts.word("evidence." + name, String.valueOf(count));
        return last == null
                ? counted
                : counted
                        + texts.word(
                                "evidence.last",
                                Moments.in(Acting.current().zone(), last.toInstant())
                                        .text());
    }
}
