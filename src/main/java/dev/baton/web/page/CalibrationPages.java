package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.Refusal.Fault;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.verification.CalibrationForm;
import dev.baton.verification.CalibrationView;
import dev.baton.verification.Calibrations;
import dev.baton.verification.Demonstrations;
import dev.baton.verification.VerificationRefusals.EntryRefused;
import dev.baton.web.page.TrailSentence.Choice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Feel calibration: the sets of a transfer, one set with its figures, and one sample at a time. */
@Controller
class CalibrationPages {

    private final Calibrations calibrations;
    private final Demonstrations demonstrations;
    private final Transfers transfers;
    private final People people;
    private final RefusalTexts texts;

    CalibrationPages(
            Calibrations calibrations,
            Demonstrations demonstrations,
            Transfers transfers,
            People people,
            RefusalTexts texts) {
        this.calibrations = calibrations;
        this.demonstrations = demonstrations;
        this.transfers = transfers;
        this.people = people;
        this.texts = texts;
    }

    /** A set in a few words; figures as they are read. */
    record Line(
            String id,
            String title,
            String step,
            String sense,
            String pair,
            @Nullable String verdict,
            @Nullable String kappa,
            @Nullable String retestOn,
            int judged,
            int toJudge) {}

    /** A set on its page. */
    record SetPage(
            CalibrationView set,
            @Nullable String kappa,
            @Nullable String interval,
            @Nullable String retestOn,
            int mine) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping("/transfers/{id}/calibrations")
    String list(@PathVariable String id, Model model) {
        return list(
                transfers.require(TransferId.of(id)),
                new CalibrationForm(
                        "",
                        "",
                        "sight",
                        List.of(texts.word("calibration.good"), texts.word("calibration.not-good")),
                        "",
                        "",
                        List.of()),
                "",
                model);
    }

    @PostMapping("/transfers/{id}/calibrations")
    String create(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String sense,
            @RequestParam(defaultValue = "") String answers,
            @RequestParam(defaultValue = "") String expert,
            @RequestParam(defaultValue = "") String receiver,
            @RequestParam(defaultValue = "") String samples,
            Model model,
            HttpServletResponse response) {
        var transfer = transfers.require(TransferId.of(id));
        var form = new CalibrationForm(title, question, sense, lines(answers), expert, receiver, lines(samples));
        try {
            var of = transfers.steps(transfer.id()).stream()
                    .filter(one -> one.id().toString().equals(step))
                    .findFirst()
                    .orElseThrow(() -> new EntryRefused(List.of(Fault.of("step", "text.missing"))));
            var set = calibrations.create(of.id(), form);
            return "redirect:/calibrations/" + set.id();
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return list(transfer, form, step, model);
        }
    }

    @GetMapping("/calibrations/{id}")
    String one(@PathVariable UUID id, Model model) {
        return page(calibrations.require(id), model);
    }

    /** Pictures, as many as are chosen at once. */
    @PostMapping("/calibrations/{id}/samples")
    String add(
            @PathVariable UUID id,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            Model model,
            HttpServletResponse response) {
        var set = calibrations.require(id);
        try {
            for (var file : files == null ? List.<MultipartFile>of() : files) {
                try (var bytes = file.getInputStream()) {
                    calibrations.addPicture(id, "", Objects.requireNonNullElse(file.getOriginalFilename(), ""), bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return page(calibrations.require(set.id()), model);
        }
        return "redirect:/calibrations/" + set.id();
    }

    /** Always the next sample, whatever the browser remembers. */
    @GetMapping("/calibrations/{id}/judge")
    String judge(@PathVariable UUID id, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var next = calibrations.next(id);
        if (next.isEmpty()) {
            return "redirect:/calibrations/" + id;
        }
        model.addAttribute("set", calibrations.require(id));
        model.addAttribute("next", next.get());
        return "calibration-judge";
    }

    @PostMapping("/calibrations/{id}/judge")
    String judged(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String sample,
            @RequestParam(defaultValue = "") String answer,
            RedirectAttributes flash) {
        calibrations.next(id);
        try {
            calibrations.judge(id, UUID.fromString(sample), answer);
        } catch (Refusal refusal) {
            flash.addFlashAttribute("wrong", texts.of(refusal));
        }
        return "redirect:/calibrations/" + id + "/judge";
    }

    private String list(TransferView transfer, CalibrationForm form, String step, Model model) {
        var experts = demonstrations.experts(transfer.id());
        var receivers = demonstrations.receivers(transfer.id());
        var me = Acting.current().username();
        model.addAttribute("transferId", transfer.id().toString());
        model.addAttribute("transfer", transfer.name());
        model.addAttribute(
                "sets",
                calibrations.ofTransfer(transfer.id()).stream().map(this::line).toList());
        model.addAttribute("makes", transfers.isLead(transfer.id()) || experts.contains(me) || receivers.contains(me));
        model.addAttribute("form", form);
        model.addAttribute("formAnswers", String.join("\n", form.answers()));
        model.addAttribute("formSamples", String.join("\n", form.samples()));
        model.addAttribute("formStep", step);
        model.addAttribute("experts", choices(experts));
        model.addAttribute("receivers", choices(receivers));
        model.addAttribute(
                "steps",
                transfers.steps(transfer.id()).stream()
                        .map(one -> new Choice(one.id().toString(), one.number() + " " + one.name()))
                        .toList());
        return "calibrations";
    }

    private String page(CalibrationView set, Model model) {
        var interval = set.interval();
        var me = Acting.current().username();
        model.addAttribute(
                "c",
                new SetPage(
                        set,
                        figure(set.kappa()),
                        interval == null
                                ? null
                                : texts.word("calibration.interval", figure(interval.get(0)), figure(interval.get(1))),
                        set.retestOn() == null ? null : Moments.day(set.retestOn()),
                        me.equals(set.expert()) ? set.judgedByExpert() : set.judgedByReceiver()));
        model.addAttribute("transfer", transfers.require(set.transferId()).name());
        return "calibration";
    }

    private Line line(CalibrationView set) {
        return new Line(
                set.id().toString(),
                set.title(),
                set.step(),
                set.sense(),
                texts.word("bench.pair", set.receiverName(), set.expertName()),
                set.verdict(),
                figure(set.kappa()),
                set.retestOn() == null ? null : Moments.day(set.retestOn()),
                set.judgedByExpert() + set.judgedByReceiver(),
                2 * set.toJudge());
    }

    private List<Choice> choices(List<String> usernames) {
        return usernames.stream()
                .map(username -> new Choice(
                        username, people.person(username).map(PersonView::name).orElse(username)))
                .toList();
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "" : Numbers.of("0.00", value);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
