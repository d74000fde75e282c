package dev.baton.audit.export;

import dev.baton.Digests;
import dev.baton.audit.DossierPart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Everything in one folder: the trail in its three forms, what other modules add, the verifier, and a manifest with the
 * hash of each file. The workbook is made first; its own entry in the trail is the last one that the dossier covers, so
 * that all documents carry one checkpoint. The hash of the manifest is entered in the trail after that.
 */
@Component
class DossierExport implements FormWriter {

    private static final int FORMS = 3;
    private static final String TRAIL = "trail/audit-trail.";

    private final WorkbookExport workbook;
    private final JsonLinesExport lines;
    private final PaperExport paper;
    private final List<DossierPart> parts;
    private final MessageSource words;

    DossierExport(
            WorkbookExport workbook,
            JsonLinesExport lines,
            PaperExport paper,
            List<DossierPart> parts,
            MessageSource words) {
        this.workbook = workbook;
        this.lines = lines;
        this.paper = paper;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(DossierPart::order))
                .toList();
        this.words = words;
    }

    @Override
    public ExportForm form() {
        return ExportForm.ZIP;
    }

    @Override
    public void write(ExportRun run, OutputStream out) throws IOException {
        var transfer = run.order().transfer();
        var mark = parts.stream()
                .map(part -> part.mark(transfer))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var dossier = new DossierZip(out);
        dossier.put(TRAIL + "xlsx", file -> workbook.write(run.seenBy(pass(run, 0)), file));
        var covering = run.upToNow(pass(run, 1), mark);
        dossier.put(TRAIL + "jsonl", file -> lines.write(covering, file));
        paper(run.upTo(covering.last(), pass(run, 2), mark), dossier);
        var state = run.notary().covering(covering.last());
        for (var part : parts) {
            part.write(transfer, state.size(), state.json(), dossier);
        }
        for (var verifier : List.of("BatonVerify.java", "baton-verify.html", "README.md")) {
            dossier.put("verify/" + verifier, file -> {
                try (var script = new ClassPathResource("verify/" + verifier).getInputStream()) {
                    script.transferTo(file);
                }
            });
        }
        dossier.put("checkpoint.json", state.json());
        dossier.put("README.md", readme(run, state, mark, dossier));
        var manifest = dossier.manifest(run.head(), state);
        run.exported("sha256", hash(manifest));
        dossier.put("manifest.json", manifest);
        dossier.finish();
    }

    /** A trail that is too long for paper is left out of the folder, which says so. */
    private void paper(ExportRun run, DossierZip dossier) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            paper.write(run, bytes);
        } catch (ExportRefusals.TooLongForPaper e) {
            return;
        }
        dossier.put(TRAIL + "pdf", bytes::writeTo);
    }

    private String readme(ExportRun run, Notary.SignedState state, @Nullable String mark, DossierZip dossier) {
        var name = run.facts().values().stream().findFirst().orElse("");
        return word(
                "export.dossier.readme",
                name,
                mark == null ? word("export.dossier.accepted") : mark,
                run.head().at(),
                run.head().by(),
                String.valueOf(state.size()),
                state.keyId(),
                dossier.holds(TRAIL + "pdf") ? "" : word("export.dossier.no-paper"));
    }

    private static String hash(String text) {
        return Digests.hex(text);
    }

    /** One of several passes over the same entries. */
    private static Progress pass(ExportRun run, int number) {
        return (rows, of) -> run.progress().at(number * of + rows, FORMS * of);
    }

    private String word(String key, Object... args) {
        return String.valueOf(words.getMessage(key, args, Locale.ENGLISH));
    }
}
