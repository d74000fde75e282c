package dev.baton.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with what was entered, as the error summary and the fields show it. */
record Wrong(String sentence, List<Place> faults) {

    /**
     * One fault.
     *
     * @param field whether the place is a field of the form, and not a cell of a workbook
     */
    record Place(String where, String text, boolean field) {}

    /** Whether there is nothing wrong. */
    public boolean isEmpty() {
        return sentence.isEmpty() && faults.isEmpty();
    }

    /** What is wrong with the field, or null. */
    public @Nullable String at(String field) {
        return faults.stream()
                .filter(fault -> fault.field() && fault.where().equals(field))
                .map(Place::text)
                .findFirst()
                .orElse(null);
    }
}
