package dev.baton.transfer.web;

import dev.baton.identity.Reasons;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.comparison.Aspect;
import dev.baton.transfer.comparison.AspectForm;
import dev.baton.transfer.comparison.ComparisonView;
import dev.baton.transfer.comparison.ComparisonWorkbook;
import dev.baton.transfer.comparison.Comparisons;
import dev.baton.transfer.comparison.RiskView;
import dev.baton.workbook.SheetReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Sending unit against receiving unit over the API and as a workbook. */
@RestController
class ComparisonApi {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Comparisons comparisons;
    private final ComparisonWorkbook workbook;

    ComparisonApi(Comparisons comparisons, ComparisonWorkbook workbook) {
        this.comparisons = comparisons;
        this.workbook = workbook;
    }

    /** Some aspects of a step as they are said now. */
    record Compared(@Nullable List<AspectForm> aspects, @Nullable String reason) {}

    /** One person's judgement; {@code stage} is before or after. */
    record Judged(
            @Nullable String stage,
            @Nullable Integer severity,
            @Nullable Integer occurrence,
            @Nullable Integer detection,
            @Nullable String comment) {}

    /** In process order. */
    @GetMapping("/api/transfers/{id}/comparison")
    Map<String, @Nullable Object> all(@PathVariable String id) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("aspects", Arrays.stream(Aspect.values()).map(Aspect::code).toList());
        json.put(
                "steps",
                comparisons.of(TransferId.of(id)).stream()
                        .map(ComparisonApi::json)
                        .toList());
        return json;
    }

    @GetMapping("/api/transfers/{id}/comparison.xlsx")
    ResponseEntity<byte[]> sheet(@PathVariable String id) throws IOException {
        var bytes = new ByteArrayOutputStream();
        workbook.write(TransferId.of(id), bytes);
        return ResponseEntity.ok()
                .header("Content-Type", XLSX)
                .header("Content-Disposition", "attachment; filename=\"comparison.xlsx\"")
                .body(bytes.toByteArray());
    }

    @PostMapping("/api/transfers/{id}/comparison/import")
    Map<String, Integer> take(
            @PathVariable String id,
            @RequestPart(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String reason) {
        if (file == null) {
            throw new EntryUnreadable("file", "text.missing");
        }
        SheetReader.requireSize(file.getSize());
        return because(reason, () -> Map.of("aspects", read(TransferId.of(id), file)));
    }

    @GetMapping("/api/steps/{id}/comparison")
    Map<String, @Nullable Object> one(@PathVariable String id) {
        return json(comparisons.of(StepId.of(id)));
    }

    @PutMapping("/api/steps/{id}/comparison")
    Map<String, @Nullable Object> compare(@PathVariable String id, @RequestBody Compared compared) {
        var forms = compared.aspects() == null ? List.<AspectForm>of() : compared.aspects();
        return because(compared.reason(), () -> json(comparisons.compare(StepId.of(id), forms)));
    }

    @PostMapping("/api/steps/{id}/comparison/{aspect}/scores")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> score(
            @PathVariable String id, @PathVariable String aspect, @RequestBody Judged judged) {
        var named =
                Aspect.of(aspect).orElseThrow(() -> new EntryUnreadable("aspect", "comparison.aspect-unknown", aspect));
        var stage = judged.stage() == null ? "before" : judged.stage();
        if (!stage.equals("before") && !stage.equals("after")) {
            throw new EntryUnreadable("stage", "comparison.stage-unknown", stage);
        }
        return json(comparisons.score(
                StepId.of(id),
                named,
                stage.equals("after"),
                judged.severity(),
                judged.occurrence(),
                judged.detection(),
                judged.comment()));
    }

    /** What is said for the first time needs no reason; the door asks for one where something changes. */
    private static <T> T because(@Nullable String reason, Supplier<T> work) {
        return reason == null || reason.isBlank() ? work.get() : Reasons.require(reason, work);
    }

    private int read(TransferId id, MultipartFile file) {
        try {
            var copy = Files.createTempFile("baton-comparison", ".xlsx");
            try {
                file.transferTo(copy);
                return workbook.read(id, copy);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, @Nullable Object> json(ComparisonView step) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("stepId", step.stepId().toString());
        json.put("number", step.number());
        json.put("name", step.name());
        json.put("critical", step.critical());
        json.put("aspects", step.aspects().stream().map(ComparisonApi::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(ComparisonView.Row row) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("aspect", row.aspect().code());
        json.put("sending", row.sending());
        json.put("receiving", row.receiving());
        json.put("gap", row.gap() == null ? null : row.gap().code());
        json.put("action", row.action());
        json.put("owner", row.owner());
        json.put("dueOn", row.dueOn());
        json.put("version", row.version());
        json.put("before", json(row.before()));
        json.put("after", json(row.after()));
        return json;
    }

    private static Map<String, @Nullable Object> json(RiskView risk) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("scorers", risk.scorers());
        json.put("complete", risk.complete());
        json.put("hidden", risk.hidden());
        json.put(
                "actionPriority",
                risk.actionPriority().map(priority -> priority.code()).orElse(null));
        json.put("severity", spread(risk, RiskView.Score::severity));
        json.put("occurrence", spread(risk, RiskView.Score::occurrence));
        json.put("detection", spread(risk, RiskView.Score::detection));
        json.put("priorityNumber", spread(risk, RiskView.Score::priorityNumber));
        json.put("scores", risk.scores());
        return json;
    }

    private static @Nullable Map<String, Integer> spread(RiskView risk, ToIntFunction<RiskView.Score> scale) {
        return risk.spread(scale)
                .map(spread -> Map.of("low", spread.low(), "high", spread.high()))
                .orElse(null);
    }
}
