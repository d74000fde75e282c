package dev.baton.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.capture.ItemId;
import dev.baton.identity.TrainingView;
import dev.baton.identity.TrainingView.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrainingRuleTests {

    private static final UUID TRANSFER = UUID.randomUUID();
    private static final ItemId ITEM = ItemId.create();
    private static final Instant DAY_1 = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant DAY_2 = Instant.parse("2026-05-02T00:00:00Z");
    private static final Instant DAY_3 = Instant.parse("2026-05-03T00:00:00Z");
    private static final Instant DAY_4 = Instant.parse("2026-05-04T00:00:00Z");

    @Test
    void briefingAndInstructionLetSomebodyWorkUntilTheyEnd() {
        assertThat(works(List.of(), DAY_2)).isFalse();
        assertThat(works(List.of(record(Kind.BRIEFING, TRANSFER, DAY_1, DAY_3)), DAY_2))
                .isTrue();
        assertThat(works(List.of(record(Kind.BRIEFING, TRANSFER, DAY_1, DAY_3)), DAY_3))
                .as("requalification is due")
                .isFalse();
        assertThat(works(List.of(record(Kind.INSTRUCTION, UUID.randomUUID(), DAY_1, null)), DAY_2))
                .as("another transfer")
                .isFalse();
        assertThat(works(List.of(record(Kind.INSTRUCTION, null, DAY_1, null)), DAY_4))
                .as("every transfer")
                .isTrue();
        assertThat(works(List.of(read(1, DAY_1, null)), DAY_2))
                .as("a reading alone")
                .isFalse();
    }

    @Test
    void aReadingCoversExactlyItsVersion() {
        assertThat(covered(List.of(read(1, DAY_2, DAY_4)), 1, DAY_1, DAY_3)).isTrue();
        assertThat(covered(List.of(read(1, DAY_2, DAY_4)), 2, DAY_1, DAY_3))
                .as("the next version is read anew")
                .isFalse();
        assertThat(covered(List.of(read(1, DAY_2, DAY_4)), 1, DAY_1, DAY_4))
                .as("after its end")
                .isFalse();
    }

    @Test
    void instructionInPersonCoversWhatWasInForceThen() {
        var instruction = List.of(record(Kind.INSTRUCTION, TRANSFER, DAY_2, null));
        assertThat(covered(instruction, 1, DAY_1, DAY_3)).isTrue();
        assertThat(covered(instruction, 1, DAY_3, DAY_4)).as("came later").isFalse();
        assertThat(covered(List.of(record(Kind.BRIEFING, TRANSFER, DAY_2, null)), 1, DAY_1, DAY_3))
                .as("a briefing covers no text")
                .isFalse();
        assertThat(covered(List.of(record(Kind.INSTRUCTION, null, DAY_1, null)), 1, DAY_3, DAY_4))
                .as("for every transfer")
                .isTrue();
    }

    private static boolean works(List<TrainingView> records, Instant now) {
        return TrainingRule.working(records, TRANSFER, now).isPresent();
    }

    private static boolean covered(List<TrainingView> records, int version, Instant effectiveAt, Instant now) {
        return !TrainingRule.covering(records, TRANSFER, ITEM, version, effectiveAt, now)
                .isEmpty();
    }

    private static TrainingView record(Kind kind, UUID transfer, Instant at, Instant until) {
        return new TrainingView(
                UUID.randomUUID(), "receiver1", kind, transfer, null, null, "it", null, at, until, "lead");
    }

    private static TrainingView read(int version, Instant at, Instant until) {
        return new TrainingView(
                UUID.randomUUID(),
                "receiver1",
                Kind.READING,
                TRANSFER,
                ITEM.value(),
                version,
                "it",
                "I have read it",
                at,
                until,
                "receiver1");
    }
}
