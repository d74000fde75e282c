package dev.baton.verification.web;

import dev.baton.Page;
import dev.baton.Refusal.Fault;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.verification.CalibrationForm;
import dev.baton.verification.CalibrationView;
import dev.baton.verification.Calibrations;
import dev.baton.verification.VerificationRefusals.EntryRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Feel calibration over the API. */
@RestController
@RequestMapping("/api")
@Tag(name = "Calibrations")
class CalibrationsApi {

    private final Calibrations calibrations;

    CalibrationsApi(Calibrations calibrations) {
        this.calibrations = calibrations;
    }

    /** A new set; samples are labels, pictures are added afterwards. */
    record NewSet(
            @Nullable String stepId,
            @Nullable String title,
            @Nullable String question,
            @Nullable String sense,
            @Nullable List<String> answers,
            @Nullable String expert,
            @Nullable String receiver,
            @Nullable List<String> samples) {}

    /** What somebody says of one sample. */
    record Judgement(@Nullable String sample, @Nullable String answer) {}

    @PostMapping("/calibrations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes a set of samples that an expert and a receiver judge blind, twice")
    CalibrationView create(@RequestBody NewSet set) {
        var step = set.stepId();
        if (step == null || step.isBlank()) {
            throw new EntryRefused(List.of(Fault.of("stepId", "text.missing")));
        }
        return calibrations.create(
                StepId.of(step),
                new CalibrationForm(
                        text(set.title()),
                        text(set.question()),
                        text(set.sense()),
                        set.answers() == null ? List.of() : set.answers(),
                        text(set.expert()),
                        text(set.receiver()),
                        set.samples() == null ? List.of() : set.samples()));
    }

    @PostMapping("/calibrations/{id}/samples")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds a picture as a sample, before anybody has judged")
    CalibrationView add(
            @PathVariable UUID id, @RequestPart MultipartFile file, @RequestParam(defaultValue = "") String label) {
        try (var bytes = file.getInputStream()) {
            return calibrations.addPicture(
                    id, label, Objects.requireNonNullElse(file.getOriginalFilename(), ""), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/transfers/{id}/calibrations")
    @Operation(summary = "The sets of a transfer that the caller may see, the newest first")
    Page<CalibrationView> ofTransfer(@PathVariable String id) {
        return new Page<>(calibrations.ofTransfer(TransferId.of(id)), null);
    }

    @GetMapping("/calibrations/{id}")
    @Operation(
            summary = "A set with its figures once both have judged everything twice",
            description = "within and between in per cent; kappa after Cohen with an interval of 95 %")
    CalibrationView one(@PathVariable UUID id) {
        return calibrations.require(id);
    }

    @GetMapping("/calibrations/{id}/next")
    @Operation(summary = "The one sample that is next for the caller; null when nothing is left")
    Map<String, @Nullable Object> next(@PathVariable UUID id) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("next", calibrations.next(id).orElse(null));
        return json;
    }

    @PostMapping("/calibrations/{id}/judgements")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "The caller judges the sample that is next for them")
    Map<String, @Nullable Object> judge(@PathVariable UUID id, @RequestBody Judgement judgement) {
        calibrations.next(id);
        var sample = judgement.sample();
        if (sample == null || sample.isBlank()) {
            throw new EntryRefused(List.of(Fault.of("sample", "text.missing")));
        }
        calibrations.judge(id, UUID.fromString(sample), text(judgement.answer()));
        return next(id);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
