package dev.baton.handover;

import dev.baton.audit.EvidenceSheet;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The auditor's sheet of landings, replaced ones included. */
@Component
class LandingSheet implements EvidenceSheet {

    private final LandingLog log;

    LandingSheet(LandingLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "Landings";
    }

    @Override
    public int order() {
        return 400;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Item",
                "Title",
                "Version",
                "Document",
                "Section",
                "Effective on",
                "Training only",
                "Reason",
                "Noted by",
                "Noted at (UTC)");
    }

    @Override
    @Transactional(readOnly = true)
    public void write(UUID transfer, Consumer<List<?>> rows) {
        for (var landing : log.findByTransferIdOrderByLandedAt(transfer)) {
            var view = landing.view();
            rows.accept(Arrays.<@Nullable Object>asList(
                    landing.itemId().toString(),
                    landing.itemTitle(),
                    view.version(),
                    view.document(),
                    view.section(),
                    view.effectiveOn() == null ? null : view.effectiveOn().toString(),
                    view.trainingOnly(),
                    view.reason(),
                    view.landedBy(),
                    view.landedAt()));
        }
    }
}
