package dev.baton.notification;

import java.util.Locale;
import java.util.Set;

/** What a mail is about, which decides whether it waits through quiet hours and whether its reader may do without. */
public enum Topic {
    /** Something is wrong with accounts, clocks or records: at once, at any hour (21 CFR 11.300(d)). */
    ALARM,
    /** Something waits for the person: it cannot be unsubscribed. */
    DUTY,
    /** What came of what the person gave: thanks, answers, approvals. */
    PERSONAL,
    /** What a transfer reached together, calls, drafts of colleagues and the pulse. */
    TOGETHER,
    /** The weekly letter. */
    WEEKLY;

    private static final Set<String> ALARMS = Set.of("locked-out", "content-altered", "clocks-differ", "clocks-agree");

    private static final Set<String> ABOUT_ONESELF = Set.of(
            "opened",
            "commented",
            "approved",
            "approved-on-hold",
            "hold-lifted",
            "answered",
            "answered-anew",
            "draft-commented",
            "thanked",
            "thanks-answered",
            "certificate",
            "contradiction",
            "arbitrated",
            "step-taken",
            "step-kept",
            "step-answered");

    private static final Set<String> ABOUT_ALL = Set.of(
            "milestone-captured",
            "milestone-approved",
            "milestone-transferred",
            "pulse-open",
            "pulse-answered",
            "call",
            "draft-opened",
            "handed-over");

    /** The topic in the database and in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a person may do without. */
    public boolean isOptional() {
        return this == PERSONAL || this == TOGETHER || this == WEEKLY;
    }

    static Topic ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** What news of that kind is about; what nobody has thought of is a duty, for it must not get lost. */
    static Topic ofKind(String kind) {
        if (ALARMS.contains(kind)) {
            return ALARM;
        }
        if (ABOUT_ONESELF.contains(kind)) {
            return PERSONAL;
        }
        return ABOUT_ALL.contains(kind) ? TOGETHER : DUTY;
    }
}
