package dev.baton.verification;

import dev.baton.signature.Signatures;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.verification.Standing.Closed;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads where steps stand. */
@Component
class Standings {

    private final DemonstrationRuns runs;
    private final Signatures signatures;
    private final CriticalCues cues;
    private final VerificationSettings settings;
    private final JdbcClient jdbc;

    Standings(
            DemonstrationRuns runs,
            Signatures signatures,
            CriticalCues cues,
            VerificationSettings settings,
            JdbcClient jdbc) {
        this.runs = runs;
        this.signatures = signatures;
        this.cues = cues;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    PassRule rule() {
        return new PassRule(settings.runs(), settings.criticalCues());
    }

    Standing of(StepId step) {
        return new Standing(
                rule(),
                settings.counts(),
                runs.findByStepIdOrderByNumber(step.value()).stream()
                        .map(this::closed)
                        .toList());
    }

    Closed closed(DemonstrationRun run) {
        return new Closed(run, signatures.on(DemonstrationRun.SUBJECT, run.getId()));
    }

    DemonstrationState state(StepId step) {
        return of(step).state(practised(step), cues.ofStep(step));
    }

    /** The state of every step of the transfer at which something was done or is to be shown. */
    Map<StepId, DemonstrationState> states(TransferId transfer) {
        var signed = signatures.ofTransfer(transfer.value()).stream()
                .filter(signature -> signature.subject().type().equals(DemonstrationRun.SUBJECT))
                .collect(Collectors.groupingBy(signature -> signature.subject().id()));
        var closed = runs.findByTransferIdOrderByStepLabelAscNumberAsc(transfer.value()).stream()
                .map(run -> new Closed(run, signed.getOrDefault(run.getId(), List.of())))
                .collect(Collectors.groupingBy(run -> run.run().stepId()));
        var shown = cues.ofTransfer(transfer);
        var practised = practised(transfer);
        var states = new LinkedHashMap<StepId, DemonstrationState>();
        var steps = new java.util.LinkedHashSet<StepId>(closed.keySet());
        steps.addAll(shown.keySet());
        steps.addAll(practised.keySet());
        for (var step : steps) {
            states.put(
                    step,
                    new Standing(rule(), settings.counts(), closed.getOrDefault(step, List.of()))
                            .state(practised.getOrDefault(step, 0), shown.getOrDefault(step, List.of())));
        }
        return states;
    }

    /** The transfers in which something is in force. */
    List<TransferId> transfers() {
        return jdbc.sql("select distinct transfer_id from knowledge_item where effective_version is not null")
                .query((row, n) -> new TransferId(row.getObject(1, UUID.class)))
                .list();
    }

    /** One more practice run; nothing but the count is kept. */
    void practise(StepId step, TransferId transfer, RunKind kind) {
        jdbc.sql("insert into practice_count (step_id, kind, transfer_id, runs) values (?, ?, ?, 1)"
                        + " on conflict (step_id, kind) do update set runs = practice_count.runs + 1")
                .params(step.value(), kind.code(), transfer.value())
                .update();
    }

    /** In which ways it was ever played, in practice or for the record. */
    Set<RunKind> played(StepId step) {
        return jdbc
                .sql("select kind from practice_count where step_id = :step"
                        + " union select kind from demonstration_run where step_id = :step and stop_reason is null")
                .param("step", step.value())
                .query(String.class)
                .list()
                .stream()
                .map(code -> RunKind.ofCode(code).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RunKind.class)));
    }

    private int practised(StepId step) {
        return jdbc.sql("select coalesce(sum(runs), 0) from practice_count where step_id = ?")
                .param(step.value())
                .query(Integer.class)
                .single();
    }

    private Map<StepId, Integer> practised(TransferId transfer) {
        record Count(StepId step, int runs) {}
        return jdbc
                .sql("select step_id, sum(runs) from practice_count where transfer_id = ? group by step_id")
                .param(transfer.value())
                .query((row, n) -> new Count(new StepId(row.getObject(1, UUID.class)), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Count::step, Count::runs));
    }
}
