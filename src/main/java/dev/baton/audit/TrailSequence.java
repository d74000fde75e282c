package dev.baton.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The trail looks as it did when it was last checked, its times go forward, its names are those of people, and the
 * database has not been set back to an older one.
 */
@Component
class TrailSequence implements IntegrityCheck {

    /** How far the time of an entry may lie before that of its predecessor: transactions commit side by side. */
    private static final String LEEWAY = "60 seconds";

    /** A crash may keep the newest marks from the file; more than these nobody lost by chance. */
    private static final int LAST_MARKS = 20;

    private final JdbcClient jdbc;
    private final TrailMarks marks;

    TrailSequence(JdbcClient jdbc, TrailMarks marks) {
        this.jdbc = jdbc;
        this.marks = marks;
    }

    @Override
    public String name() {
        return "trail-sequence";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public void run(IntegrityReport report) {
        againstMarks(report);
        report.looked(1, 4);
        outside(report);
        report.looked(2, 4);
        times(report);
        report.looked(3, 4);
        people(report);
        report.looked(4, 4);
    }

    private void againstMarks(IntegrityReport report) {
        jdbc.sql("select m.from_no, m.to_no, m.entries, m.marked_at, count(e.no) as now,"
                        + " (select min(n) from generate_series(m.from_no, m.to_no) n where m.entries > count(e.no)"
                        + " and not exists (select from audit_entry x where x.no = n)) as first_gap"
                        + " from integrity_mark m left join audit_entry e on e.no between m.from_no and m.to_no"
                        + " group by m.from_no, m.to_no, m.entries, m.digest, m.marked_at"
                        + " having count(e.no) <> m.entries or " + TrailMarks.DIGEST + " <> m.digest::numeric"
                        + " order by m.from_no")
                .query((row, n) -> {
                    var block = row.getLong("from_no") + "–" + row.getLong("to_no");
                    var was = row.getLong("entries");
                    var now = row.getLong("now");
                    var since = row.getTimestamp("marked_at").toInstant().toString();
                    if (now < was) {
                        return IntegrityFinding.of(
                                "audit_entry no. " + row.getLong("first_gap") + " (in " + block + ")",
                                "trail-entries-missing",
                                String.valueOf(was - now),
                                since);
                    }
                    return IntegrityFinding.of(
                            "audit_entry no. " + block,
                            now > was ? "trail-entries-added" : "trail-entries-altered",
                            String.valueOf(now - was),
                            since);
                })
                .list()
                .forEach(report::found);
    }

    private void outside(IntegrityReport report) {
        var inside = marks.inside();
        var outside = marks.outside();
        var place = String.valueOf(marks.file().getFileName());
        if (!inside.isEmpty() && outside.isEmpty()) {
            report.found(IntegrityFinding.of(place, "outside-marks-missing"));
            return;
        }
        var end = jdbc.sql("select coalesce(max(no), 0) from audit_entry")
                .query(Long.class)
                .single();
        for (int i = 0; i < outside.size(); i++) {
            if (i >= inside.size() || !outside.get(i).equals(inside.get(i).line())) {
                var words = outside.get(i).split(" ", -1);
                var to = words.length > 1 ? words[1] : "";
                report.found(
                        to.matches("[0-9]{1,18}") && Long.parseLong(to) > end
                                ? IntegrityFinding.of("audit_entry up to no. " + to, "older-database", to)
                                : IntegrityFinding.of(place + ", line " + (i + 1), "outside-marks-differ"));
                return;
            }
        }
        if (inside.size() > outside.size() && inside.size() - outside.size() > LAST_MARKS) {
            report.found(IntegrityFinding.of(place + ", line " + (outside.size() + 1), "outside-marks-differ"));
        }
    }

    private void times(IntegrityReport report) {
        jdbc.sql("select no, at, before from (select no, at, lag(at) over (order by no) as before from audit_entry) e"
                        + " where at < before - interval '" + LEEWAY + "' order by no limit "
                        + (IntegrityRunner.MOST_FINDINGS + 1))
                .query((row, n) -> IntegrityFinding.of(
                        "audit_entry no. " + row.getLong(1),
                        "clock-ran-backwards",
                        row.getTimestamp(2).toInstant().toString(),
                        row.getTimestamp(3).toInstant().toString()))
                .list()
                .forEach(report::found);
    }

    private void people(IntegrityReport report) {
        jdbc.sql(
                        """
                        select min(e.no) as no, e.username, e.person from audit_entry e
                        where e.username not in ('', 'baton')
                          and not exists (select from person_aud p where p.username = e.username and p.name = e.person)
                        group by e.username, e.person order by 1""")
                .query((row, n) -> IntegrityFinding.of(
                        "audit_entry no. " + row.getLong(1),
                        "trail-person-unknown",
                        row.getString(2),
                        row.getString(3)))
                .list()
                .forEach(report::found);
    }
}
