package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.capture.ItemContent;
import dev.baton.capture.ItemView;
import dev.baton.handover.Floor;
import dev.baton.handover.FloorCard;
import dev.baton.handover.FloorTraining;
import dev.baton.handover.LandingView;
import dev.baton.identity.Acting;
import dev.baton.recognition.Asking;
import dev.baton.recognition.Gift;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.verification.Demonstrations;
import dev.baton.verification.FollowUps;
import dev.baton.verification.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is read at the machine: the card behind a label, asking when stuck, saying that it was different. */
@Controller
@RequestMapping("/floor")
class FloorPages {

    private final Floor floor;
    private final Asking asking;
    private final FollowUps followUps;
    private final Demonstrations demonstrations;
    private final Transfers transfers;
    private final RefusalTexts texts;

    FloorPages(
            Floor floor,
            Asking asking,
            FollowUps followUps,
            Demonstrations demonstrations,
            Transfers transfers,
            RefusalTexts texts) {
        this.floor = floor;
        this.asking = asking;
        this.followUps = followUps;
        this.demonstrations = demonstrations;
        this.transfers = transfers;
        this.texts = texts;
    }

    /** Something on a card that its reader is to read and sign first. */
    record Unread(String id, String title) {}

    /** An item as it is read in gloves: its files first. */
    record Line(
            String title,
            boolean unread,
            List<StepPage.Evidence> files,
            @Nullable String cue,
            @Nullable String sense,
            @Nullable String threshold,
            @Nullable String done,
            @Nullable String failed,
            @Nullable String consequence,
            String version,
            String source) {}

    @GetMapping("/{id}")
    String card(@PathVariable String id, Model model, HttpServletResponse response) {
        return page(StepId.of(id), "", "", model, response);
    }

    /** The steps at which a machine is used. */
    @GetMapping("/equipment/{id}")
    String equipment(@PathVariable String id, @RequestParam(defaultValue = "") String name, Model model) {
        var transfer = transfers.require(TransferId.of(id));
        model.addAttribute("transfer", transfer.name());
        model.addAttribute("equipment", name);
        model.addAttribute(
                "steps",
                floor.byEquipment(transfer.id()).getOrDefault(name.strip(), List.of()).stream()
                        .map(step -> new Choice(step.id().toString(), label(step)))
                        .toList());
        return "floor-equipment";
    }

    /** A step to go on to. */
    record Choice(String id, String label) {}

    @PostMapping("/{id}/ask")
    String ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        var step = StepId.of(id);
        try (var bytes = photo == null || photo.isEmpty() ? null : photo.getInputStream()) {
            asking.ask(
                    step,
                    text,
                    bytes == null || photo == null
                            ? null
                            : new Gift(Objects.requireNonNullElse(photo.getOriginalFilename(), "photo.jpg"), bytes));
        } catch (Refusal refusal) {
            return refused(refusal, step, text, "", model, response);
        }
        flash.addFlashAttribute("done", texts.word("floor.asked"));
        return "redirect:/floor/" + step;
    }

    @PostMapping("/{id}/different")
    String different(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String what,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var step = transfers.requireStep(StepId.of(id));
        try {
            followUps.surprise(step.id(), expert(step), what);
        } catch (Refusal refusal) {
            return refused(refusal, step.id(), "", what, model, response);
        }
        flash.addFlashAttribute("done", texts.word("floor.different.sent"));
        return "redirect:/floor/" + step.id();
    }

    /** Keeps cards readable without network; what it may control is everything under this path. */
    @GetMapping("/worker.js")
    ResponseEntity<byte[]> worker() throws IOException {
        try (var script = new ClassPathResource("static/baton/floor-worker.js").getInputStream()) {
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                    .cacheControl(CacheControl.noCache())
                    .header("Service-Worker-Allowed", "/floor/")
                    .body(script.readAllBytes());
        }
    }

    /** What is shown without network where no card was kept, or the shift of the kept one is over. */
    @GetMapping("/gone")
    String gone() {
        return "floor-gone";
    }

    private String refused(
            Refusal refusal, StepId step, String text, String what, Model model, HttpServletResponse response) {
        response.setStatus(refusal.kind().status());
        model.addAttribute("wrong", texts.of(refusal));
        return page(step, text, what, model, response);
    }

    private String page(StepId id, String text, String what, Model model, HttpServletResponse response) {
        var card = floor.card(id);
        var step = card.step();
        model.addAttribute("stepId", id.toString());
        model.addAttribute("step", label(step));
        model.addAttribute("transfer", card.transfer());
        var unread = card.training().unread().stream().map(Reading::itemId).collect(Collectors.toSet());
        model.addAttribute(
                "lines",
                card.items().stream()
                        .map(line -> line(line, unread.contains(line.item().itemId())))
                        .toList());
        model.addAttribute("unread", unread(card.training()));
        model.addAttribute("signs", card.training().signs());
        model.addAttribute("copies", card.training().copies());
        model.addAttribute("transferId", step.transferId().toString());
        model.addAttribute("made", card.madeAt().toString());
        model.addAttribute("until", card.until().toString());
        model.addAttribute(
                "untilText", Moments.in(Acting.current().zone(), card.until()).text());
        model.addAttribute("plays", plays(step));
        model.addAttribute("text", text);
        model.addAttribute("what", what);
        response.setHeader("Baton-Until", DateTimeFormatter.ISO_INSTANT.format(card.until()));
        response.setHeader("Cache-Control", "no-store");
        return "floor";
    }

    private boolean plays(StepView step) {
        var me = Acting.current().username();
        return demonstrations.receivers(step.transferId()).contains(me)
                || demonstrations.experts(step.transferId()).contains(me);
    }

    /** Who is named on the step tells; else any expert of the transfer. */
    private String expert(StepView step) {
        var experts = demonstrations.experts(step.transferId());
        return Stream.concat(step.experts().stream().filter(experts::contains), experts.stream())
                .findFirst()
                .orElse("");
    }

    /** What its reader is to read and sign first, in the order of the card. */
    static List<Unread> unread(FloorTraining training) {
        return training.unread().stream()
                .map(reading -> new Unread(reading.itemId().toString(), reading.title()))
                .toList();
    }

    private Line line(FloorCard.Line line, boolean unread) {
        var content = line.item().content();
        return new Line(
                String.valueOf(content.title()),
                unread,
                files(line.item()),
                content.cue(),
                content.sense(),
                threshold(content.threshold()),
                content.whatIsDone(),
                content.failure() == null ? null : content.failure().tried(),
                content.consequence(),
                String.valueOf(line.item().version()),
                source(line.landing()));
    }

    /** Pictures and clips; other files are read at a desk. */
    static List<StepPage.Evidence> files(ItemView item) {
        return item.files().stream()
                .map(StepPage.Evidence::of)
                .filter(file -> file.image() || file.video() || file.audio())
                .toList();
    }

    static @Nullable String threshold(ItemContent.@Nullable Threshold threshold) {
        return threshold == null || threshold.value() == null
                ? null
                : Stream.of(threshold.value(), threshold.unit())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
    }

    private String source(LandingView landing) {
        return landing.document() == null
                ? texts.word("floor.taught")
                : landing.section() == null
                        ? landing.document()
                        : texts.word("book.section", landing.document(), landing.section());
    }

    static String label(StepView step) {
        return step.number() + " " + step.name();
    }
}
