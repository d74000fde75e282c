package dev.baton.web.glance;

import dev.baton.capture.ItemState;
import dev.baton.web.glance.GlanceFacts.Item;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What waits for somebody, and for how long.
 *
 * @param rows one for each kind of waiting, in the order of an item's life; those without any are there too
 * @param oldest what waits longest
 */
record OpenWork(int total, List<Row> rows, List<Waiting> oldest) {

    /** For whom it waits. */
    enum Kind {
        ASKED("asked", null),
        AUTHOR("author", null),
        PEER("peer", ItemState.SUBMITTED),
        RECEIVER("receiver", ItemState.PEER_REVIEWED),
        TRIAGE("triage", ItemState.RECEIVER_REVIEWED),
        APPROVAL("approval", ItemState.TRIAGED);

        private final String code;
        private final @Nullable ItemState state;

        Kind(String code, @Nullable ItemState state) {
            this.code = code;
            this.state = state;
        }

        /** The state of items that wait so, or null: there is no item yet, or it may be in any state. */
        @Nullable
        ItemState state() {
            return state;
        }

        String code() {
            return code;
        }
    }

    /** By age: up to a week, to two weeks, to four weeks, and older. */
    record Row(Kind kind, int week, int fortnight, int month, int older) {

        int total() {
            return week + fortnight + month + older;
        }
    }

    /** One that waits. */
    record Waiting(UUID step, Kind kind, long days) {}

    private static final int NAMED = 8;
    private static final int[] UP_TO = {7, 14, 28};

    static OpenWork of(GlanceFacts facts, LocalDate today) {
        var waiting = new ArrayList<Waiting>();
        facts.words().stream()
                .filter(GlanceFacts.Word::open)
                .forEach(word -> waiting.add(new Waiting(word.step(), Kind.ASKED, age(word.day(), today))));
        facts.items().stream()
                .filter(Item::isOpen)
                .forEach(item -> waiting.add(new Waiting(item.step(), kind(item), age(item.moved(), today))));
        waiting.sort(Comparator.comparingLong(Waiting::days).reversed());
        return new OpenWork(
                waiting.size(),
                Arrays.stream(Kind.values()).map(kind -> row(kind, waiting)).toList(),
                waiting.stream().limit(NAMED).toList());
    }

    private static Kind kind(Item item) {
        return item.inRework() || item.state() == ItemState.DRAFT
                ? Kind.AUTHOR
                : Arrays.stream(Kind.values())
                        .filter(kind -> kind.state() == item.state())
                        .findFirst()
                        .orElseThrow();
    }

    private static Row row(Kind kind, List<Waiting> waiting) {
        var counts = new int[UP_TO.length + 1];
        waiting.stream().filter(one -> one.kind() == kind).forEach(one -> {
            int bucket = 0;
            while (bucket < UP_TO.length && one.days() > UP_TO[bucket]) {
                bucket++;
            }
            counts[bucket]++;
        });
        return new Row(kind, counts[0], counts[1], counts[2], counts[3]);
    }

    private static long age(LocalDate since, LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(since, today));
    }
}
