package dev.baton.recognition;

import dev.baton.audit.IntegrityCheck;
import dev.baton.audit.IntegrityFinding;
import dev.baton.audit.IntegrityReport;
import dev.baton.capture.Keepsakes;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pictures and recordings that go with words are there and hash to what was uploaded. */
@Component
class KeepsakesAgainstHashes implements IntegrityCheck {

    private final JdbcClient jdbc;
    private final Keepsakes shelf;

    KeepsakesAgainstHashes(JdbcClient jdbc, Keepsakes shelf) {
        this.jdbc = jdbc;
        this.shelf = shelf;
    }

    @Override
    public String name() {
        return "keepsakes-against-hashes";
    }

    @Override
    public int order() {
        return 510;
    }

    private record Row(UUID id, String sha256, long size) {}

    @Override
    public void run(IntegrityReport report) {
        var rows = jdbc.sql("select id, sha256, size from keepsake order by id")
                .query((row, n) -> new Row(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)))
                .list();
        var done = 0L;
        for (var row : rows) {
            var place = "keepsake " + row.id();
            if (!row.sha256().matches("[0-9a-f]{64}")) {
                report.found(IntegrityFinding.of(place + ", sha256", "file-altered"));
            } else if (!shelf.isThere(row.sha256())) {
                report.found(IntegrityFinding.of(place, "file-missing"));
            } else if (!shelf.isIntact(row.sha256(), row.size())) {
                report.found(IntegrityFinding.of(place, "file-altered"));
            }
            report.looked(++done, rows.size());
        }
    }
}
