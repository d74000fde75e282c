package dev.baton.capture;

import dev.baton.audit.IntegrityCheck;
import dev.baton.audit.IntegrityFinding;
import dev.baton.audit.IntegrityReport;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bytes of every evidence file are there and hash to what was uploaded; read block by block. */
@Component
class FilesAgainstHashes implements IntegrityCheck {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final FileShelf shelf;

    FilesAgainstHashes(JdbcClient jdbc, FileShelf shelf) {
        this.jdbc = jdbc;
        this.shelf = shelf;
    }

    @Override
    public String name() {
        return "files-against-hashes";
    }

    @Override
    public int order() {
        return 500;
    }

    private record Kept(UUID id, String sha256, long size) {}

    @Override
    public void run(IntegrityReport report) {
        var total =
                jdbc.sql("select count(*) from evidence_file").query(Long.class).single();
        var done = 0L;
        var after = new UUID(0, 0);
        while (true) {
            var chunk = jdbc.sql("select id, sha256, size from evidence_file where id > ? order by id limit " + AT_ONCE)
                    .param(after)
                    .query((row, n) -> new Kept(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)))
                    .list();
            for (var file : chunk) {
                check(file, report);
                report.looked(++done, total);
            }
            if (chunk.size() < AT_ONCE) {
                return;
            }
            after = chunk.get(chunk.size() - 1).id();
        }
    }

    private void check(Kept file, IntegrityReport report) {
        var place = "evidence_file " + file.id();
        if (!file.sha256().matches("[0-9a-f]{64}")) {
            report.found(IntegrityFinding.of(place + ", sha256", "file-altered"));
        } else if (!shelf.isThere(file.sha256())) {
            report.found(IntegrityFinding.of(place, "file-missing"));
        } else if (!shelf.isIntact(file.sha256(), file.size())) {
            report.found(IntegrityFinding.of(place, "file-altered"));
        }
    }
}
