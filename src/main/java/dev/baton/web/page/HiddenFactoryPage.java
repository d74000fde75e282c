package dev.baton.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hidden factory as its page tells it; every number is in words already, null where it is unknown.
 *
 * @param steps those with figures, the widest gap first
 * @param untold those without
 */
record HiddenFactoryPage(
        String transferId,
        String transfer,
        @Nullable String rolled,
        @Nullable String reported,
        @Nullable String gap,
        @Nullable String loops,
        @Nullable String minutes,
        List<String> lost,
        List<String> notes,
        List<Step> steps,
        List<Untold> untold) {

    /**
     * A step with figures.
     *
     * @param bar its yields as a picture, or null while one is unknown
     */
    record Step(
            String id,
            String number,
            String name,
            int rank,
            @Nullable Bar bar,
            List<Row> rows,
            List<String> notes,
            List<Source> sources) {}

    /**
     * Yields as lengths in percent.
     *
     * @param words the same in words, for those who do not see it
     */
    record Bar(String firstTime, @Nullable String reported, @Nullable String gap, String words) {}

    /**
     * A figure.
     *
     * @param name key of its name
     * @param spread how far experts are apart, or null
     */
    record Row(String name, String value, @Nullable String spread) {}

    /** An item that figures come from. */
    record Source(String id, String title, String state) {}

    /** A step without figures. */
    record Untold(String id, String number, String name) {}
}
