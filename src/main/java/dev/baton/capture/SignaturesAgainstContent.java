package dev.baton.capture;

import dev.baton.audit.IntegrityCheck;
import dev.baton.audit.IntegrityFinding;
import dev.baton.audit.IntegrityReport;
import dev.baton.signature.Signatures;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The content of every version hashes to what was signed, and every signature stands on content that is there. */
@Component
class SignaturesAgainstContent implements IntegrityCheck {

    private static final int AT_ONCE = 200;

    private final ItemVersions versions;
    private final NothingHiddenLog statements;
    private final EvidenceFiles files;
    private final Signatures signatures;
    private final ObjectProvider<SignedContent> others;
    private final EntityManager entities;
    private final JdbcClient jdbc;

    SignaturesAgainstContent(
            ItemVersions versions,
            NothingHiddenLog statements,
            EvidenceFiles files,
            Signatures signatures,
            ObjectProvider<SignedContent> others,
            EntityManager entities,
            JdbcClient jdbc) {
        this.versions = versions;
        this.statements = statements;
        this.files = files;
        this.signatures = signatures;
        this.others = others;
        this.entities = entities;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "signatures-against-content";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public void run(IntegrityReport report) {
        var total = jdbc.sql("select (select count(*) from item_version) + (select count(*) from nothing_hidden)")
                .query(Long.class)
                .single();
        var done = versions(report, total);
        for (var statement : statements.findAll()) {
            if (!statement.currentHash().equals(statement.contentHash())) {
                report.found(IntegrityFinding.of("nothing_hidden " + statement.getId(), "content-altered"));
            }
            report.looked(++done, total);
        }
        entities.clear();
        standing(report);
        others(report);
    }

    private long versions(IntegrityReport report, long total) {
        var after = new UUID(0, 0);
        var done = 0L;
        while (true) {
            var chunk = versions.findTop200ByIdGreaterThanOrderById(after);
            if (chunk.isEmpty()) {
                return done;
            }
            Map<UUID, EvidenceFile> held = files
                    .findAllById(chunk.stream()
                            .flatMap(version -> version.fileIds().stream())
                            .distinct()
                            .toList())
                    .stream()
                    .collect(Collectors.toMap(EvidenceFile::getId, Function.identity()));
            for (var version : chunk) {
                var evidence = version.fileIds().stream()
                        .flatMap(id -> Stream.ofNullable(held.get(id)))
                        .map(EvidenceFile::view)
                        .toList();
                if (!version.hash(evidence).equals(version.contentHash())) {
                    report.found(IntegrityFinding.of(
                            "item_version " + version.itemId() + " version " + version.version(), "content-altered"));
                }
            }
            after = chunk.get(chunk.size() - 1).getId();
            done += chunk.size();
            entities.clear();
            report.looked(done, total);
            if (chunk.size() < AT_ONCE) {
                return done;
            }
        }
    }

    /** Signatures whose hash is not that of the version they name, and versions that nobody signed. */
    private void standing(IntegrityReport report) {
        jdbc.sql(
                        """
                        select 'signature ' || s.id as place, 'signature-unfounded' as kind from signature s
                          left join item_version v on v.item_id = s.subject_id and v.version = s.subject_version
                          where s.subject_type = 'item' and v.content_hash is distinct from s.content_hash
                        union all
                        select 'signature ' || s.id, 'signature-unfounded' from signature s
                          left join nothing_hidden h on h.capture_id = s.subject_id
                          where s.subject_type = 'nothing-hidden' and h.content_hash is distinct from s.content_hash
                        union all
                        select 'item_version ' || v.item_id || ' version ' || v.version, 'content-unsigned'
                          from item_version v where not exists (select from signature s where s.subject_type = 'item'
                            and s.subject_id = v.item_id and s.subject_version = v.version and s.meaning = 'AUTHORSHIP')
                        union all
                        select 'nothing_hidden ' || h.capture_id, 'content-unsigned' from nothing_hidden h
                          where not exists (select from signature s where s.subject_type = 'nothing-hidden'
                            and s.subject_id = h.capture_id)
                        order by 1""")
                .query((row, n) -> IntegrityFinding.of(row.getString(1), row.getString(2)))
                .list()
                .forEach(report::found);
    }

    private void others(IntegrityReport report) {
        var ids = jdbc.sql("select id from signature where subject_type not in ('item', 'nothing-hidden') order by id")
                .query(UUID.class)
                .list();
        for (int i = 0; i < ids.size(); i += AT_ONCE) {
            var chunk = signatures.withIds(ids.subList(i, Math.min(i + AT_ONCE, ids.size())));
            var hashes = SignedContent.currentHashes(others.orderedStream(), chunk);
            for (var signature : chunk) {
                var hash = hashes.get(signature.id());
                if (hash != null && !signature.isValidFor(hash)) {
                    report.found(IntegrityFinding.of("signature " + signature.id(), "signature-unfounded"));
                }
            }
            entities.clear();
        }
    }
}
