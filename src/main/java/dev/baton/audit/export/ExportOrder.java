package dev.baton.audit.export;

import dev.baton.audit.TrailFilter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An export as it was asked for. */
record ExportOrder(UUID id, UUID transfer, TrailFilter filter, ExportForm form) {

    /** The filters in force, by name. */
    SortedMap<String, String> filters() {
        var filters = new TreeMap<String, String>();
        put(filters, "person", filter.person());
        put(filters, "from", filter.from());
        put(filters, "to", filter.to());
        put(filters, "item", filter.item());
        put(filters, "act", filter.act());
        return filters;
    }

    /** The filters in force, for people. */
    String describedFilter() {
        var filters = filters();
        return filters.isEmpty()
                ? "none"
                : filters.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static void put(Map<String, String> filters, String name, @Nullable Object value) {
        if (value != null) {
            filters.put(name, value.toString());
        }
    }
}
