package dev.baton.trailreview;

import dev.baton.audit.SealedAct;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why an act is always looked at, in the order of looking; part of the sampling rule. Its words are
 * {@code trailreview.criterion.<code>}. Another meaning of any of them is another version of {@link SamplingRule}.
 */
public enum Criterion {
    /** Content was found altered. */
    ALTERED_CONTENT(false) {
        @Override
        boolean holds(SealedAct act, Circumstances around) {
            return act.act().equals("content-altered");
        }
    },
    /** A signing was refused. */
    REFUSED_SIGNING(false) {
        @Override
        boolean holds(SealedAct act, Circumstances around) {
            return act.act().equals("signing-failed");
        }
    },
    /** An account closed itself. */
    LOCK_OUT(false) {
        @Override
        boolean holds(SealedAct act, Circumstances around) {
            return act.act().equals("locked-out");
        }
    },
    /** Somebody set a rule of the product aside, with a reason. */
    OVERRIDE(false) {
        @Override
        boolean holds(SealedAct act, Circumstances around) {
            return OVERRIDES.contains(act.act())
                    || act.act().contains("overrid")
                    || act.act().contains("waive")
                    || (act.act().equals("assigned") && act.reasoned());
        }
    },
    /** The hold of an item was lifted. */
    HOLD_LIFTED(false) {
        @Override
        boolean holds(SealedAct act, Circumstances around) {
            return act.act().equals("hold-lifted");
        }
    },
    /** An item was withdrawn, or a credit taken back. */
    WITHDRAWN(false) {
        @Override
        boolean holds(SealedAct act, Circumstances around) {
            return act.act().equals("credit-withdrawn")
                    || act.value("state").filter("withdrawn"::equals).isPresent();
        }
    },
    /** Something was deleted. */
    DELETED(false) {
        @Override
        boolean holds(SealedAct act, Circumstances around) {
            return act.act().equals("deleted");
        }
    },
    /** An item was changed after it had been approved. */
    CHANGED_AFTER_APPROVAL(false) {
        @Override
        boolean holds(SealedAct act, Circumstances around) {
            var approved = around.approvedAt(act);
            return approved != null
                    && approved < act.no()
                    && CHANGES.contains(act.act())
                    && act.recordType().equals("item")
                    && act.changes().stream().anyMatch(change -> !BY_THE_PROCESS.contains(change.field()));
        }
    },
    /** What was told had been observed more than a week before. */
    LATE_ENTRY(false) {
        @Override
        boolean holds(SealedAct act, Circumstances around) {
            var observed = moment(act.value("observedAt"));
            var entered = moment(act.value("submittedAt"));
            return observed != null
                    && entered != null
                    && observed.plus(LATE_AFTER).isBefore(entered);
        }
    },
    /** Access was given, changed or taken away. */
    ACCESS(true) {
        @Override
        boolean holds(SealedAct act, Circumstances around) {
            return ACCESS_ACTS.contains(act.act())
                    || act.recordType().equals("inspection")
                    || (act.recordType().equals("person") && act.act().equals("changed") && act.touches("enabled"))
                    || (act.recordType().equals("team-member") && act.reasoned());
        }
    },
    /** The clocks differed, or time ran backwards. */
    CLOCK(true) {
        @Override
        boolean holds(SealedAct act, Circumstances around) {
            return act.recordType().equals("clock")
                    || act.at().plus(CLOCK_LEEWAY).isBefore(around.latest());
        }
    },
    /** Settings or the key of the ledger were changed. */
    SETTINGS(true) {
        @Override
        boolean holds(SealedAct act, Circumstances around) {
            return act.act().equals("configured") || act.act().equals("key-rotated");
        }
    };

    private static final Set<String> OVERRIDES = Set.of("peer-named", "explained");
    private static final Set<String> CHANGES = Set.of("changed", "submitted", "replaced");
    private static final Set<String> BY_THE_PROCESS = Set.of("state", "effectiveVersion", "openToReceivingSite");
    private static final Set<String> ACCESS_ACTS = Set.of("granted", "revoked", "unlocked", "password-reset");
    private static final Duration LATE_AFTER = Duration.ofDays(7);
    private static final Duration CLOCK_LEEWAY = Duration.ofSeconds(60);

    private final boolean together;

    Criterion(boolean together) {
        this.together = together;
    }

    /** What the rule has to know beyond the act. */
    interface Circumstances {

        /** The number of the first approval of the act's item, or null: it has none. */
        @Nullable
        Long approvedAt(SealedAct act);

        /** The latest moment of all acts before. */
        Instant latest();
    }

    abstract boolean holds(SealedAct act, Circumstances around);

    /** Whether acts of this kind by one person are looked at together. */
    boolean together() {
        return together;
    }

    /** The criterion in the API and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Criterion ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The first criterion that holds, or empty: the act is drawn by chance alone. */
    static Optional<Criterion> of(SealedAct act, Circumstances around) {
        return Arrays.stream(values())
                .filter(criterion -> criterion.holds(act, around))
                .findFirst();
    }

    private static @Nullable Instant moment(Optional<String> text) {
        try {
            return text.map(Instant::parse).orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
