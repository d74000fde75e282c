package dev.baton.web.glance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.capture.ItemState;
import dev.baton.web.glance.GlanceFacts.Item;
import dev.baton.web.glance.GlanceFacts.Word;
import dev.baton.web.glance.OpenWork.Kind;
import dev.baton.web.glance.Progress.Reached;
import dev.baton.web.glance.Progress.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How far a transfer has come, worked out from the days of its items. */
class ProgressTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-24");
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID THREE = new UUID(0, 3);

    private static LocalDate ago(int days) {
        return TODAY.minusDays(days);
    }

    private static Item item(UUID step, ItemState state, int told, Integer reviewed, Integer approved, Integer end) {
        var last = end != null ? end : approved != null ? approved : reviewed != null ? reviewed : told;
        return new Item(
                step,
                state,
                false,
                approved != null,
                ago(told),
                ago(last),
                reviewed == null ? null : ago(reviewed),
                approved == null ? null : ago(approved),
                end == null ? null : ago(end));
    }

    private static final GlanceFacts FACTS = new GlanceFacts(
            List.of(),
            List.of(
                    item(ONE, ItemState.TRANSFERRED, 40, 30, 20, 1),
                    item(ONE, ItemState.SUBMITTED, 35, null, null, null),
                    item(TWO, ItemState.RECEIVER_REVIEWED, 10, 9, null, null),
                    item(TWO, ItemState.WITHDRAWN, 39, null, null, null)),
            List.of(new Word(THREE, false, ago(16)), new Word(THREE, true, ago(15))));

    @Test
    void aStepIsAsFarAsItsFurthestItem() {
        var progress = Progress.of(FACTS, TODAY);
        assertThat(progress.now()).isEqualTo(new Reached(3, 3, 2, 1));
        assertThat(progress.days(Stage.TOLD)).containsExactly(ago(40), ago(16), ago(10));
        assertThat(progress.days(Stage.TRANSFERRED)).containsExactly(ago(1));
    }

    @Test
    void weeksEndOnSundaysAndTheLastOneToday() {
        var weeks = Progress.of(FACTS, TODAY).items();
        assertThat(weeks.get(0).ends()).as("a week before").isEqualTo(LocalDate.parse("2026-05-10"));
        assertThat(weeks.get(0).reached()).isEqualTo(new Reached(0, 0, 0, 0));
        assertThat(weeks.get(1).ends()).isEqualTo(LocalDate.parse("2026-05-17"));
        assertThat(weeks.get(1).reached()).isEqualTo(new Reached(1, 0, 0, 0));
        assertThat(weeks.get(weeks.size() - 1).ends()).isEqualTo(TODAY);
        assertThat(weeks.get(weeks.size() - 1).reached()).isEqualTo(new Reached(3, 2, 1, 1));
        assertThat(weeks).isSortedAccordingTo((a, b) -> a.ends().compareTo(b.ends()));
    }

    @Test
    void nothingToldIsNoCurve() {
        var nothing = Progress.of(new GlanceFacts(List.of(), List.of(), List.of()), TODAY);
        assertThat(nothing.steps()).isEmpty();
        assertThat(nothing.now()).isEqualTo(new Reached(0, 0, 0, 0));
    }

    @Test
    void workWaitsForSomebodySinceItLastMoved() {
        var work = OpenWork.of(FACTS, TODAY);
        assertThat(work.total()).isEqualTo(3);
        assertThat(work.oldest())
                .extracting(OpenWork.Waiting::kind, OpenWork.Waiting::days)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.PEER, 35L),
                        org.assertj.core.groups.Tuple.tuple(Kind.ASKED, 15L),
                        org.assertj.core.groups.Tuple.tuple(Kind.TRIAGE, 9L));
        var rows = work.rows();
        assertThat(rows).hasSize(Kind.values().length);
        assertThat(rows.get(Kind.ASKED.ordinal())).isEqualTo(new OpenWork.Row(Kind.ASKED, 0, 0, 1, 0));
        assertThat(rows.get(Kind.PEER.ordinal()).older()).isEqualTo(1);
        assertThat(rows.stream().mapToInt(OpenWork.Row::total).sum()).isEqualTo(work.total());
    }
}
