package dev.baton.notification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice was put up for a person; mail takes it from here. */
record NoticePosted(UUID id, String username, String messageKey, List<String> args, @Nullable String link) {}
