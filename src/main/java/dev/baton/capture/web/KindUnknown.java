package dev.baton.capture.web;

import dev.baton.Refusal;
import dev.baton.capture.ItemKind;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A list was filtered by a kind that does not exist. */
class KindUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    KindUnknown() {
        super(
                Kind.MALFORMED,
                "capture.list-kind",
                Arrays.stream(ItemKind.values()).map(ItemKind::code).collect(Collectors.joining(", ")));
    }
}
