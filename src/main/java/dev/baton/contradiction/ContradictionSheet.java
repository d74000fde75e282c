package dev.baton.contradiction;

import dev.baton.audit.EvidenceSheet;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The auditor's sheet of contradictions with their outcomes. */
@Component
class ContradictionSheet implements EvidenceSheet {

    private final ContradictionLog log;

    ContradictionSheet(ContradictionLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "Contradictions";
    }

    @Override
    public int order() {
        return 350;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Contradiction",
                "Step",
                "First item",
                "First version",
                "Second item",
                "Second version",
                "Found by",
                "Why",
                "State",
                "Raised by",
                "Raised at (UTC)",
                "Arbiter",
                "Outcome",
                "Words",
                "Closed at (UTC)",
                "Signature id");
    }

    @Override
    @Transactional(readOnly = true)
    public void write(UUID transfer, Consumer<List<?>> rows) {
        for (var contradiction : log.ofTransfer(transfer)) {
            var view = contradiction.view();
            var outcome = view.outcome();
            rows.accept(Arrays.<@Nullable Object>asList(
                    view.id().toString(),
                    contradiction.label(),
                    view.first().toString(),
                    view.firstVersion(),
                    view.second().toString(),
                    view.secondVersion(),
                    view.finding(),
                    view.reason(),
                    view.state(),
                    view.raisedBy(),
                    view.raisedAt(),
                    view.arbiter(),
                    outcome == null ? null : outcome.code(),
                    view.words(),
                    view.closedAt(),
                    view.signatureId() == null ? null : view.signatureId().toString()));
        }
    }
}
