package dev.baton.identity;

import org.springframework.context.ApplicationContext;

/** Lets tests of other modules have the clocks compared at once, after they have set one. */
public final class Clocks {

    private Clocks() {}

    /** Compares them as the watch does each minute. */
    public static void compare(ApplicationContext baton) {
        baton.getBean(ClockWatch.class).look();
    }
}
