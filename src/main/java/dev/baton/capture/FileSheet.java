package dev.baton.capture;

import dev.baton.audit.EvidenceSheet;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The auditor's sheet of evidence files: which version holds which, with the hash of their bytes. Drafts' stay out. */
@Component
class FileSheet implements EvidenceSheet {

    private static final String ROWS =
            """
            select f.id, h.item_id, h.version, f.name, f.media_type, f.size, f.sha256, f.owner, f.uploaded_at
            from evidence_file f join item_version_file h on h.file_id = f.id
            where f.transfer_id = ? order by f.uploaded_at, f.id, h.item_id, h.version""";

    private final JdbcClient jdbc;

    FileSheet(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "Files";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "File id",
                "Item",
                "Version",
                "Name",
                "Media type",
                "Size",
                "SHA-256",
                "Uploaded by",
                "Uploaded at (UTC)");
    }

    @Override
    public Picks picks() {
        return new Picks("Item", List.of("Uploaded by"), "Uploaded at (UTC)");
    }

    @Override
    @Transactional(readOnly = true)
    public void write(UUID transfer, Consumer<List<?>> rows) {
        jdbc.sql(ROWS).param(transfer).query(row -> {
            rows.accept(List.of(
                    row.getString(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getString(4),
                    row.getString(5),
                    row.getLong(6),
                    row.getString(7),
                    row.getString(8),
                    row.getTimestamp(9).toInstant()));
        });
    }
}
