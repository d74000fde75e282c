package dev.baton.web.glance;

import dev.baton.Refusal;
import java.util.List;

/** A process map cannot be coloured by that. */
final class ColourUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    ColourUnknown() {
        super(Kind.MALFORMED, List.of(Fault.of("colour", "map.colour-unknown")), "map.colour-unknown");
    }
}
