package dev.baton.web.transfer;

import dev.baton.Page;
import dev.baton.PageUnreadable;
import dev.baton.capture.Coverage;
import dev.baton.capture.ProgressReader;
import dev.baton.capture.StepProgress;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Transfers with their coverage and their steps with their items, over the API. */
@RestController
@RequestMapping("/api/transfers")
class TransfersApi {

    private final Transfers transfers;
    private final ProgressReader progress;

    TransfersApi(Transfers transfers, ProgressReader progress) {
        this.transfers = transfers;
        this.progress = progress;
    }

    /** A transfer in JSON. */
    record TransferJson(
            String id,
            String name,
            String product,
            String sendingSite,
            String receivingSite,
            String purpose,
            @Nullable LocalDate seasonDeadline,
            String phase,
            boolean started,
            int steps,
            Coverage coverage) {

        static TransferJson of(TransferView transfer, Coverage coverage) {
            return new TransferJson(
                    transfer.id().toString(),
                    transfer.name(),
                    transfer.product(),
                    transfer.sendingSite(),
                    transfer.receivingSite(),
                    transfer.purpose(),
                    transfer.seasonDeadline(),
                    transfer.phase().code(),
                    transfer.started(),
                    transfer.steps(),
                    coverage);
        }
    }

    /** A step in JSON. */
    record StepJson(
            String id,
            String number,
            String unitOperation,
            String name,
            @Nullable String sop,
            @Nullable String section,
            String officialInstruction,
            @Nullable String equipment,
            List<StepView.Parameter> parameters,
            boolean critical,
            List<String> experts,
            int items) {

        static StepJson of(StepView step, int items) {
            return new StepJson(
                    step.id().toString(),
                    step.number(),
                    step.unitOperation(),
                    step.name(),
                    step.sop(),
                    step.section(),
                    step.officialInstruction(),
                    step.equipment(),
                    step.parameters(),
                    step.critical(),
                    step.experts(),
                    items);
        }
    }

    /** By name. */
    @GetMapping
    Page<TransferJson> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
        var mine = transfers.mine();
        int from = 0;
        while (after != null
                && from < mine.size()
                && !mine.get(from).id().toString().equals(after)) {
            from++;
        }
        var rest = after == null ? mine : mine.subList(Math.min(from + 1, mine.size()), mine.size());
        var page = Page.of(
                rest.subList(0, Math.min(rest.size(), Page.requireLimit(limit) + 1)), limit, transfer -> transfer.id()
                        .toString());
        var coverage = progress.coverage(page.items());
        return page.map(transfer -> TransferJson.of(transfer, coverage.getOrDefault(transfer.id(), Coverage.NONE)));
    }

    @GetMapping("/{id}")
    TransferJson one(@PathVariable String id) {
        var transfer = transfers.require(TransferId.of(id));
        return TransferJson.of(transfer, progress.coverage(transfer));
    }

    /** In process order. */
    @GetMapping("/{id}/steps")
    Page<StepJson> steps(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
        var transfer = transfers.require(TransferId.of(id));
        var from = position(after);
        var rows = transfers.steps(transfer.id()).stream()
                .filter(step -> step.position() > from)
                .limit(Page.requireLimit(limit) + 1L)
                .toList();
        var progressOf = progress.bySteps(transfer);
        return Page.of(rows, limit, step -> String.valueOf(step.position()))
                .map(step -> StepJson.of(
                        step,
                        progressOf.getOrDefault(step.id(), StepProgress.NONE).items()));
    }

    private static int position(@Nullable String after) {
        try {
            return after == null ? 0 : Integer.parseInt(after);
        } catch (NumberFormatException e) {
            throw new PageUnreadable("after");
        }
    }
}
