package dev.baton.capture;

import dev.baton.audit.EvidenceSheet;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The auditor's sheet of co-authorship: every text that a co-author signed, and whether a version stands with it. */
@Component
class CoAuthorSheet implements EvidenceSheet {

    private static final String SIGNED =
            """
            select s.item_id, s.item_version, s.item_title, p.name, s.username, s.signed_at, s.content_hash,
              s.signature_id, s.content, exists (select from item_version v where v.item_id = s.item_id
                and v.version = s.item_version and v.content_hash = s.content_hash) as counts
            from co_authorship s left join person p on p.username = s.username
            where s.transfer_id = ? order by s.signed_at, s.id""";

    private final JdbcClient jdbc;

    CoAuthorSheet(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "Co-authors";
    }

    @Override
    public int order() {
        return 310;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Item",
                "Version",
                "Title",
                "Co-author",
                "User name",
                "Signed at (UTC)",
                "Counts",
                "Content hash",
                "Signature id",
                "Content");
    }

    @Override
    public Picks picks() {
        return new Picks("Item", List.of("Co-author", "User name"), "Signed at (UTC)");
    }

    @Override
    @Transactional(readOnly = true)
    public void write(UUID transfer, Consumer<List<?>> rows) {
        jdbc.sql(SIGNED).param(transfer).query(row -> {
            Instant at = row.getTimestamp("signed_at").toInstant();
            rows.accept(Arrays.<@Nullable Object>asList(
                    row.getString("item_id"),
                    row.getInt("item_version"),
                    row.getString("item_title"),
                    row.getString("name"),
                    row.getString("username"),
                    at,
                    row.getBoolean("counts"),
                    row.getString("content_hash"),
                    row.getString("signature_id"),
                    row.getString("content")));
        });
    }
}
