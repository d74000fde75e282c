package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.EntryRefused;
import dev.baton.identity.Reauthentication;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.verification.Reading;
import dev.baton.verification.Training;
import dev.baton.verification.Warning;
import dev.baton.verification.Warnings;
import dev.baton.web.page.TrailSentence.Choice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Training: who may do what, what is still to be read, the briefing, and the sheet on which a reading is signed. */
@Controller
class TrainingPages {

    private final Training training;
    private final Transfers transfers;
    private final Reauthentication reauthentication;
    private final RefusalTexts texts;
    private final Warnings warnings;
    private final Clock clock;

    TrainingPages(
            Training training,
            Warnings warnings,
            Transfers transfers,
            Reauthentication reauthentication,
            RefusalTexts texts,
            Clock clock) {
        this.training = training;
        this.warnings = warnings;
        this.transfers = transfers;
        this.reauthentication = reauthentication;
        this.texts = texts;
        this.clock = clock;
    }

    /** Who may do what. */
    record Line(
            String username,
            String name,
            String site,
            boolean may,
            @Nullable String by,
            @Nullable When since,
            @Nullable When until,
            int open,
            int overdue) {}

    /** Something not in force any more on which somebody was trained. */
    record Gone(String itemId, String title, String name, String what, boolean mine, @Nullable When seen) {}

    /**
     * Something to read.
     *
     * @param state words of it stand under {@code training.}
     * @param tag how that looks
     */
    record ToRead(
            String itemId,
            String title,
            String step,
            String name,
            String state,
            When due,
            String tag,
            @Nullable When read,
            @Nullable When until) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping("/transfers/{id}/training")
    String training(@PathVariable String id, Model model) {
        return lines(transfers.require(TransferId.of(id)), model);
    }

    @PostMapping("/transfers/{id}/training")
    String instruct(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var transfer = transfers.require(TransferId.of(id));
        try {
            var end = day(until);
            Acting.because(Texts.stripped(reason), () -> training.instruct(transfer.id(), username, end));
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return lines(transfer, model);
        }
        flash.addFlashAttribute("done", texts.word("training.instructed"));
        return "redirect:/transfers/" + transfer.id() + "/training";
    }

    @PostMapping("/transfers/{id}/training/warnings/{item}")
    String seen(
            @PathVariable String id,
            @PathVariable String item,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var transfer = transfers.require(TransferId.of(id));
        try {
            warnings.seen(transfer.id(), ItemId.of(item));
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return lines(transfer, model);
        }
        flash.addFlashAttribute("done", texts.word("training.warning.thanks"));
        return "redirect:/transfers/" + transfer.id() + "/training";
    }

    @GetMapping("/transfers/{id}/readings")
    String readings(@PathVariable String id, Model model) {
        var transfer = transfers.require(TransferId.of(id));
        var me = Acting.current().username();
        var all = training.readings(transfer.id());
        head(transfer, model);
        model.addAttribute(
                "mine",
                all.stream()
                        .filter(reading -> reading.username().equals(me))
                        .map(this::toRead)
                        .toList());
        model.addAttribute(
                "others",
                all.stream()
                        .filter(reading -> !reading.username().equals(me) && reading.readAt() == null)
                        .map(this::toRead)
                        .toList());
        return "readings";
    }

    @GetMapping("/transfers/{id}/briefing")
    String briefing(@PathVariable String id, Model model) {
        var transfer = transfers.require(TransferId.of(id));
        head(transfer, model);
        model.addAttribute("purpose", transfer.purpose());
        model.addAttribute(
                "may", training.mayReview(transfer.id(), Acting.current().username()));
        model.addAttribute("signs", Acting.current().is(Role.RECEIVER));
        return "briefing";
    }

    @PostMapping("/transfers/{id}/briefing")
    String brief(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var transfer = training.requireReceiver(TransferId.of(id));
        try {
            training.brief(transfer.id(), reauthentication.prove(username, password));
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return briefing(id, model);
        }
        flash.addFlashAttribute("done", texts.word("training.briefed"));
        return "redirect:/transfers/" + transfer.id() + "/readings";
    }

    @GetMapping("/items/{id}/read")
    String sheet(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "false") boolean floor,
            Model model) {
        return sheet(readable(id, version), floor, model);
    }

    @PostMapping("/items/{id}/read")
    String read(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "false") boolean floor,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var item = readable(id, version);
        try {
            training.read(item.itemId(), item.version(), reauthentication.prove(username, password));
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return sheet(item, floor, model);
        }
        flash.addFlashAttribute("done", texts.word("training.read"));
        return "redirect:" + (floor ? "/floor/" + item.stepId() : "/transfers/" + item.transferId() + "/readings");
    }

    private ItemView readable(String id, int version) {
        var item = ItemId.of(id);
        return version > 0 ? training.requireReadable(item, version) : training.requireReadable(item);
    }

    /** The sheet; from the floor it leads back to the card of the step. */
    private String sheet(ItemView item, boolean floor, Model model) {
        var content = item.content();
        model.addAttribute("floor", floor);
        model.addAttribute("stepId", item.stepId().toString());
        model.addAttribute("itemId", item.itemId().toString());
        model.addAttribute("version", item.version());
        model.addAttribute("title", String.valueOf(content.title()));
        model.addAttribute("whatIsDone", String.valueOf(content.whatIsDone()));
        model.addAttribute("why", content.why());
        model.addAttribute("cue", content.cue());
        model.addAttribute("consequence", content.consequence());
        model.addAttribute(
                "files", item.files().stream().map(StepPage.Evidence::of).toList());
        head(transfers.require(item.transferId()), model);
        return "reading";
    }

    private String lines(TransferView transfer, Model model) {
        var lines = training.permissions(transfer.id()).stream()
                .map(one -> new Line(
                        one.username(),
                        one.name(),
                        one.site(),
                        one.may(),
                        one.by(),
                        day(one.since()),
                        day(one.until()),
                        one.open(),
                        one.overdue()))
                .toList();
        head(transfer, model);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "people",
                lines.stream()
                        .map(line -> new Choice(line.username(), line.name()))
                        .toList());
        model.addAttribute(
                "keeps", transfers.isLead(transfer.id()) || Acting.current().is(Role.QUALITY));
        model.addAttribute(
                "gone", warnings.of(transfer.id()).stream().map(this::gone).toList());
        return "training";
    }

    private static void head(TransferView transfer, Model model) {
        model.addAttribute("transferId", transfer.id().toString());
        model.addAttribute("transfer", transfer.name());
    }

    private ToRead toRead(Reading reading) {
        return new ToRead(
                reading.itemId().toString(),
                reading.title(),
                reading.step(),
                reading.name(),
                state(reading),
                Objects.requireNonNull(day(reading.dueAt())),
                tag(state(reading)),
                day(reading.readAt()),
                day(reading.until()));
    }

    private String state(Reading reading) {
        if (reading.readAt() != null) {
            return reading.renew() ? "read-anew" : "is-read";
        }
        return reading.covered() ? "is-shown" : reading.isOverdue(clock.instant()) ? "is-overdue" : "to-read";
    }

    private static String tag(String state) {
        return switch (state) {
            case "is-read", "is-shown" -> "tag-done";
            case "is-overdue" -> "tag-invalid";
            default -> "tag-waiting";
        };
    }

    private Gone gone(Warning warning) {
        return new Gone(
                warning.itemId().toString(),
                warning.title(),
                warning.name(),
                warning.withdrawn() || warning.effective() == null
                        ? texts.word("training.warning.withdrawn", warning.version())
                        : texts.word("training.warning.superseded", warning.version(), warning.effective()),
                warning.username().equals(Acting.current().username()),
                day(warning.seenAt()));
    }

    private static @Nullable When day(@Nullable Instant at) {
        return at == null ? null : Moments.day(Acting.current().zone(), at);
    }

    private static @Nullable Instant day(String entered) {
        try {
            return entered.isBlank()
                    ? null
                    : LocalDate.parse(entered)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException e) {
            throw new EntryRefused(List.of(Fault.of("until", "form.date-wrong")));
        }
    }
}
