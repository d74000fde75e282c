package dev.baton.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.Refusal.Fault;
import dev.baton.workflow.TaskRefusals.CommandRefused;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which decisions a task takes and what they need. */
class CommandRulesTests {

    @Test
    void aQuestionAndARefusalNeedWords() {
        for (var decision : List.of("ask", "refuse")) {
            assertThat(faults(TaskKind.PEER_REVIEW, command(decision, " ", null, null)))
                    .containsExactly("comment");
        }
    }

    @Test
    void triageNeedsAnOutcomeAndARecordNumberForAllButTheFirst() {
        assertThat(faults(TaskKind.TRIAGE, command("accept", null, null, null))).containsExactly("triage");
        assertThat(faults(TaskKind.TRIAGE, command("accept", null, "deviation", null)))
                .containsExactly("reference");
        assertThatCode(() -> CommandRules.check(TaskKind.TRIAGE, command("accept", null, "within-range", null)))
                .doesNotThrowAnyException();
    }

    @Test
    void anUnknownDecisionAndAMissingVersionAreToldTogether() {
        var nothing = new CompleteCommand(null, "shrug", null, null, null, null, null);
        assertThat(faults(TaskKind.APPROVAL, nothing)).containsExactly("decision", "version");
    }

    @Test
    void passingOnNeedsAName() {
        assertThat(faults(TaskKind.CAPTURE, command("pass-on", null, null, null)))
                .containsExactly("to");
    }

    @Test
    void everyKindHasDecisions() {
        assertThat(TaskKind.values())
                .allSatisfy(kind -> assertThat(CommandRules.decisions(kind)).isNotEmpty());
    }

    private static List<String> faults(TaskKind kind, CompleteCommand command) {
        var refused = catchThrowableOfType(CommandRefused.class, () -> CommandRules.check(kind, command));
        return refused.faults().stream().map(Fault::where).toList();
    }

    private static CompleteCommand command(String decision, String comment, String triage, String reference) {
        return new CompleteCommand(1L, decision, comment, triage, reference, null, null);
    }
}
