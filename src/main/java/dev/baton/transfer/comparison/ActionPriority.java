package dev.baton.transfer.comparison;

/**
 * How urgently a failure mode asks for action, by severity, occurrence and detection, each 1 to 10 (AIAG and VDA FMEA
 * Handbook, 2019, table AP for design and process FMEA). It does not multiply: a grave effect counts by itself.
 */
public enum ActionPriority {
    /** No action is needed. */
    LOW,
    /** An action should be named, or why none is needed. */
    MEDIUM,
    /** An action has to be named. */
    HIGH;

    /** The priority of these three scores. */
    public static ActionPriority of(int severity, int occurrence, int detection) {
        if (severity == 1 || occurrence == 1) {
            return LOW;
        }
        if (severity >= 9) {
            return grave(occurrence, detection);
        }
        if (severity >= 7) {
            return serious(occurrence, detection);
        }
        return severity >= 4 ? moderate(occurrence, detection) : slight(occurrence, detection);
    }

    private static ActionPriority grave(int occurrence, int detection) {
        if (occurrence >= 6) {
            return HIGH;
        }
        if (occurrence >= 4) {
            return detection == 1 ? MEDIUM : HIGH;
        }
        return detection >= 7 ? HIGH : detection >= 5 ? MEDIUM : LOW;
    }

    private static ActionPriority serious(int occurrence, int detection) {
        if (occurrence >= 8) {
            return HIGH;
        }
        if (occurrence >= 6) {
            return detection == 1 ? MEDIUM : HIGH;
        }
        if (occurrence >= 4) {
            return detection >= 7 ? HIGH : MEDIUM;
        }
        return detection >= 5 ? MEDIUM : LOW;
    }

    private static ActionPriority moderate(int occurrence, int detection) {
        if (occurrence >= 8) {
            return detection >= 5 ? HIGH : MEDIUM;
        }
        if (occurrence >= 6) {
            return detection == 1 ? LOW : MEDIUM;
        }
        return occurrence >= 4 && detection >= 7 ? MEDIUM : LOW;
    }

    private static ActionPriority slight(int occurrence, int detection) {
        return occurrence >= 8 && detection >= 5 ? MEDIUM : LOW;
    }

    /** The priority in the API. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
