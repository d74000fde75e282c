package dev.baton.audit.export;

import dev.baton.Digests;
import dev.baton.audit.ledger.CanonicalJson;
import dev.baton.workbook.CanonicalText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import org.springframework.stereotype.Component;

/** The export as JSON Lines, section 5 of the evidence format: a header, the entries, and the checkpoint with its path. */
@Component
class JsonLinesExport implements FormWriter {

    @Override
    public ExportForm form() {
        return ExportForm.JSONL;
    }

    @Override
    public void write(ExportRun run, OutputStream out) throws IOException {
        var digest = Digests.sha256();
        var lines = new DigestOutputStream(out, digest);
        var known = new KnownLeaves();
        line(lines, header(run.head()));
        run.reading(() -> {
            run.entries(run.count(), entry -> {
                known.add(entry.index());
                line(lines, entry(entry));
            });
            return known;
        });
        line(lines, proof(run, known));
        lines.flush();
        run.exported("sha256", Digests.hex(digest));
    }

    /** The first line. */
    static String header(ExportHead head) {
        return new CanonicalJson()
                .member("complete", head.isComplete())
                .member("export", head.export().toString())
                .raw("filter", head.filterJson())
                .member("format", "baton-trail-jsonl/1")
                .member("ledger", head.ledger().toString())
                .member("transfer", head.transfer().toString())
                .end();
    }

    /** The line of an entry. */
    static String entry(SealedEntry sealed) {
        var entry = sealed.entry();
        var line = new CanonicalJson().member("index", sealed.index()).raw("leaf", sealed.leaf());
        if (sealed.withheld()) {
            return line.end();
        }
        return line.member("new", entry.newValue())
                .member("old", entry.oldValue())
                .member("valueSalt", entry.valueSalt())
                .end();
    }

    private static String proof(ExportRun run, KnownLeaves known) {
        var state = run.notary().covering(run.last());
        var path = new StringBuilder("[");
        known.path(state.size(), run.notary().tree(), hash -> {
            path.append(path.length() > 1 ? "," : "");
            CanonicalText.quote(path, hash);
        });
        return new CanonicalJson()
                .raw("checkpoint", state.json())
                .raw("path", path.append(']').toString())
                .member("publicKey", state.publicKey())
                .member("signature", state.signature())
                .end();
    }

    private static void line(OutputStream lines, String line) {
        try {
            lines.write(line.getBytes(StandardCharsets.UTF_8));
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
