package dev.baton.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its reader sees it.
 *
 * @param kind what sort of news, such as {@code question} or {@code approved}
 * @param link path of the page it leads to, or null
 * @param readAt when it was marked as read, or null
 */
public record NoticeView(
        UUID id, String kind, String text, @Nullable String link, Instant at, @Nullable Instant readAt) {}
