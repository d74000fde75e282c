package dev.baton.handover;

import dev.baton.audit.EvidenceSheet;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The auditor's sheet of deviations at the receiving unit, replaced records included. */
@Component
class DeviationSheet implements EvidenceSheet {

    private final DeviationLog log;

    DeviationSheet(DeviationLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "Deviations";
    }

    @Override
    public int order() {
        return 450;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Reference", "Happened on", "What", "Known at the SU", "Item", "Recorded by", "Recorded at (UTC)");
    }

    @Override
    @Transactional(readOnly = true)
    public void write(UUID transfer, Consumer<List<?>> rows) {
        for (var deviation : log.findByTransferIdOrderByRecordedAt(transfer)) {
            var view = deviation.view(null);
            rows.accept(Arrays.<@Nullable Object>asList(
                    view.reference(),
                    view.happenedOn().toString(),
                    view.what(),
                    view.known().code(),
                    view.itemId() == null ? null : view.itemId().toString(),
                    view.recordedBy(),
                    view.recordedAt()));
        }
    }
}
