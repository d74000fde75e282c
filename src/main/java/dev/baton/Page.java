package dev.baton;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list in a fixed order. */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Default and largest number of entries of a page. */
    public static final int DEFAULT_LIMIT = 50;

    public static final int MAX_LIMIT = 200;

    /** Cuts a page out of {@code limit + 1} rows that were read: the extra row only tells that there is a next page. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> key) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        var items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, key.apply(items.get(limit - 1)));
    }

    /**
     * How many entries were asked for.
     *
     * @throws PageUnreadable unless it is 1 to {@link #MAX_LIMIT}
     */
    public static int requireLimit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new PageUnreadable("limit");
        }
        return limit;
    }

    /** The same page with every entry turned into something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), next);
    }
}
