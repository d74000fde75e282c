package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Reasons;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.transfer.comparison.Aspect;
import dev.baton.transfer.comparison.AspectForm;
import dev.baton.transfer.comparison.ComparisonView;
import dev.baton.transfer.comparison.ComparisonWorkbook;
import dev.baton.transfer.comparison.Comparisons;
import dev.baton.transfer.comparison.Gap;
import dev.baton.transfer.comparison.RiskView;
import dev.baton.web.page.TrailSentence.Choice;
import dev.baton.workbook.SheetReader;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sending unit against receiving unit: the process, one step side by side, and one aspect to say or to score. */
@Controller
class ComparisonPages {

    private final Comparisons comparisons;
    private final ComparisonWorkbook workbook;
    private final Transfers transfers;
    private final People people;
    private final RefusalTexts texts;

    ComparisonPages(
            Comparisons comparisons,
            ComparisonWorkbook workbook,
            Transfers transfers,
            People people,
            RefusalTexts texts) {
        this.comparisons = comparisons;
        this.workbook = workbook;
        this.transfers = transfers;
        this.people = people;
        this.texts = texts;
    }

    /** A step in the overview. */
    record StepLine(
            String id,
            String number,
            String name,
            boolean critical,
            boolean begun,
            long high,
            long medium,
            boolean open) {}

    /** One aspect of a step, side by side. */
    record Side(
            String aspect,
            @Nullable String sending,
            @Nullable String receiving,
            @Nullable String gap,
            @Nullable String action,
            @Nullable String owner,
            @Nullable String due,
            boolean open,
            @Nullable Risk before,
            @Nullable Risk after) {}

    /** A risk in words. */
    record Risk(
            @Nullable String priority,
            String severity,
            String occurrence,
            String detection,
            String number,
            int scorers,
            boolean complete,
            boolean hidden) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping("/transfers/{id}/comparison")
    String all(@PathVariable String id, Model model) {
        return overview(transfers.require(TransferId.of(id)), model);
    }

    @PostMapping("/transfers/{id}/comparison/import")
    String take(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        var transfer = transfers.require(TransferId.of(id));
        var copy = Files.createTempFile("baton-comparison", ".xlsx");
        try {
            if (file != null) {
                SheetReader.requireSize(file.getSize());
                file.transferTo(copy);
            }
            int said = Reasons.require(reason, () -> workbook.read(transfer.id(), copy));
            flash.addFlashAttribute("done", texts.word("comparison.imported", said));
            return "redirect:/transfers/" + id + "/comparison";
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return overview(transfer, model);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @GetMapping("/steps/{id}/comparison")
    String step(@PathVariable String id, Model model) {
        var step = transfers.requireStep(StepId.of(id));
        head(step, model);
        model.addAttribute(
                "sides",
                comparisons.of(step.id()).aspects().stream().map(this::side).toList());
        return "comparison-step";
    }

    @GetMapping("/steps/{id}/comparison/{aspect}")
    String aspect(@PathVariable String id, @PathVariable String aspect, Model model) {
        return sheet(transfers.requireStep(StepId.of(id)), known(aspect), null, model);
    }

    @PostMapping("/steps/{id}/comparison/{aspect}")
    String say(
            @PathVariable String id,
            @PathVariable String aspect,
            AspectForm form,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var step = transfers.requireStep(StepId.of(id));
        var said = new AspectForm(
                known(aspect).code(),
                form.sending(),
                form.receiving(),
                form.gap(),
                form.action(),
                form.owner(),
                form.dueOn());
        try {
            because(reason, () -> comparisons.compare(step.id(), List.of(said)));
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(withoutPrefix(refusal)));
            return sheet(step, known(aspect), said, model);
        }
        flash.addFlashAttribute("done", texts.word("comparison.saved"));
        return "redirect:/steps/" + id + "/comparison";
    }

    @PostMapping("/steps/{id}/comparison/{aspect}/scores")
    String score(
            @PathVariable String id,
            @PathVariable String aspect,
            @RequestParam(defaultValue = "before") String stage,
            @RequestParam(required = false) @Nullable Integer severity,
            @RequestParam(required = false) @Nullable Integer occurrence,
            @RequestParam(required = false) @Nullable Integer detection,
            @RequestParam(defaultValue = "") String comment,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var step = transfers.requireStep(StepId.of(id));
        try {
            comparisons.score(
                    step.id(), known(aspect), stage.equals("after"), severity, occurrence, detection, comment);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return sheet(step, known(aspect), null, model);
        }
        flash.addFlashAttribute("done", texts.word("comparison.scored"));
        return "redirect:/steps/" + id + "/comparison";
    }

    private String overview(TransferView transfer, Model model) {
        var steps = comparisons.of(transfer.id());
        model.addAttribute("transferId", transfer.id().toString());
        model.addAttribute("transfer", transfer.name());
        model.addAttribute("sendingSite", transfer.sendingSite());
        model.addAttribute("receivingSite", transfer.receivingSite());
        model.addAttribute("mayCompare", comparisons.mayCompare(transfer.id()));
        model.addAttribute("begun", steps.stream().filter(ComparisonView::begun).count());
        model.addAttribute("steps", steps.stream().map(ComparisonPages::line).toList());
        return "comparison";
    }

    private static StepLine line(ComparisonView step) {
        return new StepLine(
                step.stepId().toString(),
                step.number(),
                step.name(),
                step.critical(),
                step.begun(),
                step.count(Gap.HIGH),
                step.count(Gap.MEDIUM),
                step.aspects().stream().anyMatch(ComparisonView.Row::openHighGap));
    }

    private void head(StepView step, Model model) {
        var transfer = transfers.require(step.transferId());
        model.addAttribute("transferId", transfer.id().toString());
        model.addAttribute("transfer", transfer.name());
        model.addAttribute("sendingSite", transfer.sendingSite());
        model.addAttribute("receivingSite", transfer.receivingSite());
        model.addAttribute("stepId", step.id().toString());
        model.addAttribute("number", step.number());
        model.addAttribute("name", step.name());
        model.addAttribute("mayCompare", comparisons.mayCompare(transfer.id()));
    }

    private String sheet(StepView step, Aspect aspect, @Nullable AspectForm entered, Model model) {
        head(step, model);
        var row = comparisons.of(step.id()).of(aspect);
        var due = row.dueOn();
        model.addAttribute("aspect", aspect.code());
        model.addAttribute("side", side(row));
        model.addAttribute("known", row.gap() != null);
        model.addAttribute(
                "form",
                entered != null
                        ? entered
                        : new AspectForm(
                                aspect.code(),
                                row.sending(),
                                row.receiving(),
                                row.gap() == null ? "" : row.gap().code(),
                                row.action(),
                                row.owner(),
                                due == null ? "" : due.toString()));
        model.addAttribute("gaps", Arrays.stream(Gap.values()).map(Gap::code).toList());
        model.addAttribute("people", members(step.transferId()));
        model.addAttribute("points", IntStream.rangeClosed(1, 10).boxed().toList());
        return "comparison-aspect";
    }

    private List<Choice> members(TransferId transfer) {
        return transfers.team(transfer).stream()
                .map(TeamMember::username)
                .distinct()
                .map(username -> new Choice(username, name(username)))
                .toList();
    }

    private Side side(ComparisonView.Row row) {
        return new Side(
                row.aspect().code(),
                row.sending(),
                row.receiving(),
                row.gap() == null ? null : row.gap().code(),
                row.action(),
                row.owner() == null ? null : name(row.owner()),
                row.dueOn() == null ? null : Moments.day(row.dueOn()),
                row.openHighGap(),
                risk(row.before()),
                risk(row.after()));
    }

    private static @Nullable Risk risk(RiskView risk) {
        return risk.scorers() == 0
                ? null
                : new Risk(
                        risk.actionPriority().map(priority -> priority.code()).orElse(null),
                        spread(risk, RiskView.Score::severity),
                        spread(risk, RiskView.Score::occurrence),
                        spread(risk, RiskView.Score::detection),
                        spread(risk, RiskView.Score::priorityNumber),
                        risk.scorers(),
                        risk.complete(),
                        risk.hidden());
    }

    private static String spread(RiskView risk, ToIntFunction<RiskView.Score> scale) {
        return risk.spread(scale)
                .map(spread ->
                        spread.width() == 0 ? String.valueOf(spread.low()) : spread.low() + " \u2013 " + spread.high())
                .orElse("");
    }

    private String name(String username) {
        return people.person(username).map(PersonView::name).orElse(username);
    }

    private Aspect known(String code) {
        return Aspect.of(code).orElseThrow(PageUnknown::new);
    }

    private static <T> T because(String reason, Supplier<T> work) {
        return reason.isBlank() ? work.get() : Reasons.require(reason, work);
    }

    /** The page shows one aspect, the door names places among several. */
    private static Refusal withoutPrefix(Refusal refusal) {
        return refusal.faults().isEmpty()
                ? refusal
                : new OneAspectRefused(
                        refusal.kind(),
                        refusal.faults().stream()
                                .map(fault -> new Refusal.Fault(
                                        fault.where().replaceFirst("^aspects\\[0]\\.", ""),
                                        fault.messageKey(),
                                        fault.args()))
                                .toList());
    }

    /** What is wrong with the one aspect of the page. */
    private static final class OneAspectRefused extends Refusal {
        private static final long serialVersionUID = 1L;

        OneAspectRefused(Kind kind, List<Fault> faults) {
            super(kind, faults, "comparison.refused");
        }
    }

    /** No such page. */
    private static final class PageUnknown extends Refusal {
        private static final long serialVersionUID = 1L;

        PageUnknown() {
            super(Kind.UNKNOWN, "comparison.page-unknown");
        }
    }
}
