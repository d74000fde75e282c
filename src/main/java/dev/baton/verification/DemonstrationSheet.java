package dev.baton.verification;

import dev.baton.audit.EvidenceSheet;
import dev.baton.signature.ContentHash;
import dev.baton.signature.SignatureView;
import dev.baton.verification.Standing.Closed;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The auditor's sheet of formal runs: each as it was signed, with whether it still is what was signed. */
@Component
class DemonstrationSheet implements EvidenceSheet {

    private final DemonstrationRuns runs;
    private final Standings standings;

    DemonstrationSheet(DemonstrationRuns runs, Standings standings) {
        this.runs = runs;
        this.standings = standings;
    }

    @Override
    public String name() {
        return "Demonstrations";
    }

    @Override
    public int order() {
        return 330;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Run id",
                "Step",
                "Run",
                "Kind",
                "Demonstrated by",
                "Witnessed by",
                "Agreed formal at (UTC)",
                "Ended at (UTC)",
                "Prompts",
                "Critical cues named",
                "Critical cues",
                "Right first time",
                "Result",
                "Stopped because",
                "Cues",
                "Remark",
                "Signed by",
                "Content hash",
                "Unaltered",
                "Content");
    }

    @Override
    @Transactional(readOnly = true)
    public void write(UUID transfer, Consumer<List<?>> rows) {
        runs.findByTransferIdOrderByStepLabelAscNumberAsc(transfer).stream()
                .map(standings::closed)
                .forEach(closed -> rows.accept(row(closed)));
    }

    private static List<@Nullable Object> row(Closed closed) {
        var run = closed.run();
        var hash = run.currentHash();
        return Arrays.asList(
                run.id().toString(),
                run.stepLabel(),
                run.number(),
                run.kind().code(),
                run.receiver(),
                run.expert(),
                run.agreedAt(),
                run.endedAt(),
                run.prompts(),
                run.criticalNamed(),
                run.criticalTotal(),
                run.rightFirstTime(),
                run.result().code(),
                run.stopReason(),
                run.cues().stream()
                        .map(scored -> scored.cue().cue() + ": " + (scored.score() == null ? "-" : scored.score()))
                        .collect(Collectors.joining("\n")),
                run.remark(),
                closed.signatures().stream()
                        .filter(signature -> signature.isValidFor(hash))
                        .map(SignatureView::username)
                        .collect(Collectors.joining(", ")),
                hash,
                hash.equals(run.contentHash()),
                ContentHash.canonical(run.content()));
    }
}
