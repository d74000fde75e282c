package dev.baton.audit.export;

import dev.baton.Digests;
import dev.baton.audit.DossierPart;
import dev.baton.audit.EvidenceSheet;
import dev.baton.audit.ledger.Leaf;
import dev.baton.identity.Acting;
import dev.baton.workbook.PaperWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The export for the paper file: PDF/A with the overview, the contributed evidence, and the trail as sentences. */
@Component
class PaperExport implements FormWriter {

    /** What a program reads and a person does not. */
    private static final Set<String> LEFT_OUT = Set.of("Content", "Answers");

    private final List<EvidenceSheet> contributed;
    private final MessageSource words;
    private final ExportSettings settings;

    PaperExport(List<EvidenceSheet> contributed, MessageSource words, ExportSettings settings) {
        this.contributed = contributed.stream()
                .sorted(Comparator.comparingInt(EvidenceSheet::order))
                .toList();
        this.words = words;
        this.settings = settings;
    }

    @Override
    public ExportForm form() {
        return ExportForm.PDF;
    }

    @Override
    public void write(ExportRun run, OutputStream out) throws IOException {
        var digest = Digests.sha256();
        try (var paper = new PaperWriter(title(run), run.head().at())) {
            run.reading(() -> {
                content(run, paper);
                return run;
            });
            var state = run.notary().covering(run.last());
            var bytes = new DigestOutputStream(out, digest);
            var foot = new ArrayList<String>();
            var mark = run.mark();
            if (mark != null) {
                foot.add(mark);
            }
            foot.addAll(List.of(
                    word("export.paper.foot", run.head().export(), run.order().describedFilter()),
                    word(
                            "export.paper.checkpoint",
                            String.valueOf(state.size()),
                            state.keyId(),
                            DossierPart.rootOf(state.json())),
                    word("export.paper.signature", state.signature())));
            paper.finish(bytes, foot, word("export.paper.page"));
        }
        run.exported("sha256", Digests.hex(digest));
    }

    private void content(ExportRun run, PaperWriter paper) {
        long count = run.count();
        if (count > settings.paperRows()) {
            throw new ExportRefusals.TooLongForPaper(count, settings.paperRows());
        }
        overview(run, paper, count);
        contributed.forEach(sheet -> evidence(run, paper, sheet));
        paper.heading(word("export.paper.trail"));
        var sentences = new PaperSentences(paper, words);
        run.entries(count, sentences::entry);
    }

    private void overview(ExportRun run, PaperWriter paper, long count) {
        var actor = Acting.current();
        run.facts().forEach(paper::value);
        paper.value("Transfer id", run.order().transfer().toString());
        paper.value(
                "Exported by", actor.name() + " (" + actor.username() + "), " + actor.roleText() + ", " + actor.site());
        paper.value("Exported at (UTC)", Leaf.moment(run.head().at()));
        paper.value("Filter", run.order().describedFilter());
        paper.value("Entries of the trail", String.valueOf(count));
        paper.gap();
        paper.remark(word("export.paper.hint"));
    }

    private void evidence(ExportRun run, PaperWriter paper, EvidenceSheet sheet) {
        paper.heading(sheet.name());
        var columns = sheet.columns();
        var any = new boolean[1];
        PickedRows.write(sheet, run.order().transfer(), run.order().filter(), row -> {
            if (any[0]) {
                paper.gap();
            }
            any[0] = true;
            for (int i = 0; i < columns.size(); i++) {
                var value = shown(row.get(i));
                if (value != null && !LEFT_OUT.contains(columns.get(i))) {
                    paper.value(columns.get(i), value);
                }
            }
        });
        if (!any[0]) {
            paper.remark(word("export.paper.none"));
        }
    }

    private static @Nullable String shown(@Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            return null;
        }
        return value instanceof Instant at ? Leaf.moment(at) : value.toString();
    }

    private String title(ExportRun run) {
        var name = run.facts().values().stream().findFirst().orElse("");
        return word("export.paper.title", name);
    }

    private String word(String key, Object... args) {
        return words.getMessage(key, args, Locale.ENGLISH);
    }
}
