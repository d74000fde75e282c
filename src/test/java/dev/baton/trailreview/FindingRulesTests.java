package dev.baton.trailreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.Refusal.Fault;
import dev.baton.identity.Acting;
import dev.baton.identity.Actor;
import dev.baton.identity.Role;
import dev.baton.trailreview.TrailReviewRefusals.EntryRefused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a finding needs. */
class FindingRulesTests {

    private final FindingRules rules =
            new FindingRules(Clock.fixed(Instant.parse("2026-05-04T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void aCompleteFindingIsTaken() {
        var found = rules.require(
                new NewFinding(" No reason is given. ", "major", "Say why.", "expert1", "2026-05-18"),
                List.of("expert1"));
        assertThat(found)
                .isEqualTo(new FindingRules.Found(
                        "No reason is given.", Severity.MAJOR, "Say why.", "expert1", LocalDate.of(2026, 5, 18)));
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> rules.require(new NewFinding(null, null, " ", null, null), List.of("expert1")))
                .isInstanceOfSatisfying(EntryRefused.class, refusal -> assertThat(refusal.faults())
                        .extracting(Fault::where)
                        .containsExactly("what", "severity", "action", "responsible", "dueOn"));
    }

    @ParameterizedTest
    @CsvSource({
        "grave, expert1, 2026-05-18, severity",
        "minor, somebody, 2026-05-18, responsible",
        "minor, expert1, 2026-05-03, dueOn",
        "minor, expert1, 2027-05-06, dueOn",
        "minor, expert1, 18 May, dueOn"
    })
    void whatCannotBeIsRefused(String severity, String responsible, String dueOn, String where) {
        assertThatThrownBy(() -> rules.require(
                        new NewFinding("what", severity, "action", responsible, dueOn), List.of("expert1")))
                .isInstanceOfSatisfying(EntryRefused.class, refusal -> assertThat(refusal.faults())
                        .extracting(Fault::where)
                        .containsExactly(where));
    }

    @Test
    void itsDayMayBeTheDayItIsWhereTheReviewerWorks() {
        var evening = new FindingRules(Clock.fixed(Instant.parse("2026-05-04T03:00:00Z"), ZoneOffset.UTC));
        var finding = new NewFinding("what", "minor", "action", "expert1", "2026-05-03");
        var zone = ZoneId.of("America/Los_Angeles");
        var inCalifornia = new Actor("quality", "Quality", Set.of(Role.QUALITY), "California", zone, null, null);
        assertThat(Acting.as(inCalifornia, () -> evening.require(finding, List.of("expert1")))
                        .dueOn())
                .isEqualTo(LocalDate.of(2026, 5, 3));
        assertThatThrownBy(() -> evening.require(finding, List.of("expert1")))
                .as("in UTC it is over")
                .isInstanceOf(EntryRefused.class);
    }
}
