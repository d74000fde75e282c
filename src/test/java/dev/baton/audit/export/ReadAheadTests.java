package dev.baton.audit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAheadTests {

    private static final int MANY = 10_000;

    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void noThreadIsLeft() {
        var name = Thread.currentThread().getName() + "-reader";
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals(name));
    }

    @Test
    void rowsComeInTheirOrderOnTheCallingThread() throws SQLException {
        for (int size : new int[] {0, 1, 99, 100, 101, MANY}) {
            asked.set(0);
            var rows = new ArrayList<Integer>();
            var caller = Thread.currentThread();
            ReadAhead.each(() -> next(size), row -> {
                assertThat(Thread.currentThread()).isSameAs(caller);
                rows.add(row);
            });
            assertThat(rows).isEqualTo(IntStream.rangeClosed(1, size).boxed().toList());
        }
    }

    @Test
    void whoStopsStopsTheReadingToo() {
        assertThatThrownBy(() -> ReadAhead.each(() -> next(MANY), row -> {
                    throw new ExportRefusals.Cancelled();
                }))
                .isInstanceOf(ExportRefusals.Cancelled.class);
        assertThat(asked.get()).isLessThan(MANY / 10);
    }

    @Test
    void whatHindersTheReadingIsThrownAfterTheRowsBefore() {
        var rows = new ArrayList<Integer>();
        assertThatThrownBy(() -> ReadAhead.each(
                        () -> {
                            if (asked.get() == 250) {
                                throw new SQLException("gone");
                            }
                            return next(MANY);
                        },
                        rows::add))
                .isInstanceOf(SQLException.class)
                .hasMessage("gone");
        assertThat(rows).hasSizeBetween(200, 250);
        assertThatThrownBy(() -> ReadAhead.each(
                        () -> {
                            throw new OutOfMemoryError("too long");
                        },
                        row -> {}))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ReadAhead.each(() -> next(MANY), row -> {})).isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Integer next(int size) {
        int next = asked.incrementAndGet();
        return next > size ? null : next;
    }
}
