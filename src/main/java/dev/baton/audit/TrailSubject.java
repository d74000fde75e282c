package dev.baton.audit;

/** An audited entity that tells the trail what to call it. Entities without it appear under their natural id. */
public interface TrailSubject {

    /** How the trail names this record. */
    TrailRef trailRef();

    /** The act that stands in the trail when this record comes into being. */
    default String trailedAs() {
        return "created";
    }
}
