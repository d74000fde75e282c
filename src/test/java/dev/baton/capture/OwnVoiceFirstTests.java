package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.capture.ItemSight.Eyes;
import dev.baton.capture.OwnVoiceFirst.KeptBack;
import dev.baton.identity.Role;
import dev.baton.transfer.TeamMember;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whom the rule binds, and what it keeps from them. */
class OwnVoiceFirstTests {

    private final KnowledgeItem item = Sample.item(Sample.content());

    @Test
    void itBindsExpertsAndNobodyWhoReadsForAnotherReason() {
        assertThat(binds(Role.EXPERT)).isTrue();
        assertThat(binds()).isFalse();
        for (var reading : List.of(Role.TRANSFER_LEAD, Role.QUALITY, Role.RECEIVER)) {
            assertThat(binds(reading)).as(reading.code()).isFalse();
            assertThat(binds(Role.EXPERT, reading))
                    .as("expert and " + reading.code())
                    .isFalse();
        }
        assertThat(OwnVoiceFirst.binds("expert2", team(Role.EXPERT))).isFalse();
    }

    @Test
    void whatAColleagueToldOfAnAwaitedStepIsKept() {
        var eyes = eyes("expert2", Set.of(item.stepId().value()), Set.of());
        assertThat(eyes.newest(item)).isZero();
        assertThat(eyes.awaitsOwnVoice(item)).isTrue();
    }

    @Test
    void onesOwnWordsAnotherStepAndWhatOneReadsOnDutyAreNot() {
        var here = Set.of(item.stepId().value());
        assertThat(eyes("expert1", here, Set.of()).newest(item)).isEqualTo(1);
        assertThat(eyes("expert2", Set.of(UUID.randomUUID()), Set.of()).newest(item))
                .isEqualTo(1);
        var onDuty = eyes("expert2", here, Set.of(item.id().value()));
        assertThat(onDuty.newest(item)).isEqualTo(1);
        assertThat(onDuty.awaitsOwnVoice(item)).isFalse();
    }

    @Test
    void whoMaySeeNothingIsNotToldToTellFirst() {
        var stranger = new Eyes(
                "stranger",
                false,
                false,
                false,
                new KeptBack(Set.of(item.stepId().value()), Set.of()));
        assertThat(stranger.newest(item)).isZero();
        assertThat(stranger.awaitsOwnVoice(item)).isFalse();
    }

    private static boolean binds(Role... roles) {
        return OwnVoiceFirst.binds("expert1", team(roles));
    }

    private static List<TeamMember> team(Role... roles) {
        return List.of(roles).stream()
                .map(role -> new TeamMember("expert1", role, null))
                .toList();
    }

    private static Eyes eyes(String username, Set<UUID> steps, Set<UUID> read) {
        return new Eyes(username, true, false, false, new KeptBack(steps, read));
    }
}
