package dev.baton.web.page;

import dev.baton.notification.NoticeView;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to what the person has to do with.
 *
 * @param link path of the page it leads to, or null
 * @param fresh whether it is not yet marked as read
 */
record News(String text, @Nullable String link, When at, boolean fresh) {

    static News of(NoticeView notice, ZoneId zone) {
        return new News(notice.text(), notice.link(), Moments.in(zone, notice.at()), notice.readAt() == null);
    }
}
