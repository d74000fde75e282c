package dev.baton.audit;

import org.jspecify.annotations.Nullable;

/** An audited entity some of whose numbers carry a unit. */
public interface TrailUnits {

    /** The unit of the field's value, or null. */
    @Nullable
    String trailUnit(String field);
}
