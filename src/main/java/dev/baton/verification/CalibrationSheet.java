package dev.baton.verification;

import dev.baton.audit.EvidenceSheet;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The auditor's sheet of calibrations: every answer of both, so that anybody can work out the figures again. */
@Component
class CalibrationSheet implements EvidenceSheet {

    private final CalibrationSets sets;
    private final CalibrationSamples samples;
    private final CalibrationJudgements judgements;

    CalibrationSheet(CalibrationSets sets, CalibrationSamples samples, CalibrationJudgements judgements) {
        this.sets = sets;
        this.samples = samples;
        this.judgements = judgements;
    }

    @Override
    public String name() {
        return "Calibrations";
    }

    @Override
    public int order() {
        return 340;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Set",
                "Title",
                "Step",
                "Sense",
                "Question",
                "Sample",
                "Judged by",
                "Round",
                "Answer",
                "Judged at (UTC)");
    }

    @Override
    @Transactional(readOnly = true)
    public void write(UUID transfer, Consumer<List<?>> rows) {
        for (var set : sets.findByTransferIdOrderByCreatedAtDesc(transfer)) {
            var labels = samples.findByCalibrationIdOrderByPosition(set.getId()).stream()
                    .collect(Collectors.toMap(CalibrationSample::getId, CalibrationSample::label));
            for (var said : judgements.findByCalibrationId(set.getId())) {
                rows.accept(Arrays.<@Nullable Object>asList(
                        set.getId().toString(),
                        set.title(),
                        set.stepLabel(),
                        set.sense(),
                        set.question(),
                        labels.get(said.sampleId()),
                        said.username(),
                        said.round(),
                        said.answer(),
                        said.judgedAt()));
            }
        }
    }
}
