package dev.baton.transfer.comparison;

import org.jspecify.annotations.Nullable;

/**
 * One aspect as it was entered.
 *
 * @param aspect code of the aspect
 * @param sending how the sending unit does it
 * @param receiving how the receiving unit does it
 * @param gap code of the gap; none when empty
 * @param owner user name of a team member
 * @param dueOn ISO 8601
 */
public record AspectForm(
        @Nullable String aspect,
        @Nullable String sending,
        @Nullable String receiving,
        @Nullable String gap,
        @Nullable String action,
        @Nullable String owner,
        @Nullable String dueOn) {}
