/** Turns events into notices in the portal and into mail. */
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "audit",
            "transfer",
            "capture",
            "review",
            "trailreview",
            "verification",
            "call",
            "contradiction",
            "handover",
            "workflow",
            "recognition"
        })
@NullMarked
package dev.baton.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
