package dev.baton.notification;

import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What somebody wants by mail, and when.
 *
 * @param personal whether thanks, answers and what came of the person's own words come at once
 * @param together whether milestones, calls, drafts of colleagues and the pulse come at once
 * @param weekly whether the weekly letter comes
 * @param quietFrom when the quiet hours begin, to the minute
 * @param quietUntil when they end; the same as their begin: there are none
 * @param zone the zone in which these hours are meant
 */
public record MailWish(
        boolean personal, boolean together, boolean weekly, LocalTime quietFrom, LocalTime quietUntil, ZoneId zone) {

    /** Whether mail of this topic is wanted; what waits for the person always comes. */
    boolean wants(Topic topic) {
        return switch (topic) {
            case ALARM, DUTY -> true;
            case PERSONAL -> personal;
            case TOGETHER -> together;
            case WEEKLY -> weekly;
        };
    }

    /** The same without mail of this topic. */
    MailWish without(Topic topic) {
        return new MailWish(
                personal && topic != Topic.PERSONAL,
                together && topic != Topic.TOGETHER,
                weekly && topic != Topic.WEEKLY,
                quietFrom,
                quietUntil,
                zone);
    }

    QuietHours quiet() {
        return new QuietHours(quietFrom, quietUntil, zone);
    }
}
