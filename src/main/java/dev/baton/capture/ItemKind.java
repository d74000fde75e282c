package dev.baton.capture;

import java.util.Locale;

/** What sort of hidden step a knowledge item is. Codes are lower case with hyphens. */
public enum ItemKind {
    /** A step that nobody wrote down. */
    HIDDEN_STEP,
    /** Another way than the written one. */
    WORK_AROUND,
    /** Doing something again until it is right. */
    REWORK_LOOP,
    /** A look or a measurement that the sheet does not ask for. */
    EXTRA_CHECK,
    /** Something seen, heard, smelt or felt that decides. */
    SENSORY_CUE,
    /** A decision by experience. */
    JUDGEMENT,
    /** A tool somebody made. */
    HOME_MADE_TOOL,
    /** Another order than the written one. */
    SEQUENCE_CHANGE,
    /** Tried, failed, and why. */
    NEGATIVE_KNOWLEDGE,
    /** What one does when something is off. */
    ANOMALY_RESPONSE;

    /** The kind in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
