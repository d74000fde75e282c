package dev.baton.web.glance;

import dev.baton.identity.Acting;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.LiveProcesses;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The workflow live: a transfer's processes as they are drawn, with where they stand, and what is open. */
@Controller
class WorkflowPages {

    private static final String FIRST = "site-transfer";

    private final LiveProcesses processes;
    private final Transfers transfers;
    private final GlanceWords words;
    private final DashboardText text;
    private final Clock clock;

    WorkflowPages(LiveProcesses processes, Transfers transfers, GlanceWords words, DashboardText text, Clock clock) {
        this.processes = processes;
        this.transfers = transfers;
        this.words = words;
        this.text = text;
        this.clock = clock;
    }

    /** A process in the choice. */
    record Choice(String key, int here) {}

    /** An open task. */
    record Line(String name, String about, String link, long days, @Nullable String due) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping("/transfers/{id}/workflow")
    String workflow(@PathVariable String id, @RequestParam(defaultValue = FIRST) String process, Model model) {
        var transferId = TransferId.of(id);
        var transfer = transfers.require(transferId);
        var standing = processes.standing(transferId, process).orElseThrow(ProcessUnknown::new);
        var running = standing.running();
        var diagram = standing.diagram().named(words::drawn);
        model.addAttribute("transferId", id);
        model.addAttribute("transfer", transfer.name());
        model.addAttribute("process", process);
        model.addAttribute("here", Objects.requireNonNullElse(running.get(process), 0));
        model.addAttribute(
                "choices",
                running.entrySet().stream()
                        .map(one -> new Choice(one.getKey(), one.getValue()))
                        .collect(Collectors.toList()));
        model.addAttribute(
                "picture", FlowDrawing.draw(diagram, diagram.name(), here -> words.word("workflow.stand", here)));
        model.addAttribute("open", lines(transferId, process));
        return "workflow";
    }

    private List<Line> lines(TransferId id, String process) {
        var now = clock.instant();
        var zone = Acting.current().zone();
        return processes.open(id, process).stream()
                .map(task -> new Line(
                        words.drawn(task.name()),
                        task.about(),
                        task.item() != null
                                ? "/items/" + task.item()
                                : task.step() != null ? "/steps/" + task.step() : "/transfers/" + id,
                        Math.max(0, Duration.between(task.since(), now).toDays()),
                        task.dueAt() == null ? null : text.day(LocalDate.ofInstant(task.dueAt(), zone))))
                .toList();
    }
}
