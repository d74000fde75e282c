package dev.baton.identity;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who acts on this thread, and for which reason. Set at the edge (web filter, timer, seeding), read by doors and by the
 * audit trail. Without a person the product itself acts.
 */
public final class Acting {

    private static final ThreadLocal<@Nullable Actor> ACTOR = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable String> REASON = new ThreadLocal<>();

    private Acting() {}

    /** The person acting, or {@link Actor#SYSTEM}. */
    public static Actor current() {
        var actor = ACTOR.get();
        return actor == null ? Actor.SYSTEM : actor;
    }

    /** The person acting; empty when it is the product itself or somebody not logged in. */
    public static Optional<Actor> person() {
        return Optional.ofNullable(ACTOR.get())
                .filter(actor -> !actor.username().isEmpty());
    }

    /** Why the current act is done, if a reason was asked for. */
    public static @Nullable String reason() {
        return REASON.get();
    }

    /** Does the work as this actor and puts things back afterwards. */
    public static <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
        var before = ACTOR.get();
        ACTOR.set(actor);
        try {
            return work.get();
        } finally {
            restore(ACTOR, before);
        }
    }

    /**
     * From now on this actor acts on this thread, until the returned action is run. For filters, which cannot use
     * {@link #as} since their chain throws checked exceptions.
     */
    public static Runnable enter(Actor actor) {
        var before = ACTOR.get();
        ACTOR.set(actor);
        return () -> restore(ACTOR, before);
    }

    /** Does the work for this reason and puts things back afterwards. */
    public static <T extends @Nullable Object> T because(@Nullable String reason, Supplier<T> work) {
        var before = REASON.get();
        restore(REASON, reason);
        try {
            return work.get();
        } finally {
            restore(REASON, before);
        }
    }

    private static <T> void restore(ThreadLocal<@Nullable T> holder, @Nullable T value) {
        if (value == null) {
            holder.remove();
        } else {
            holder.set(value);
        }
    }
}
