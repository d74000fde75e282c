/** Completeness at the phase gates, where approved items landed, and the hand-over itself. */
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "workbook",
            "audit",
            "transfer",
            "transfer::comparison",
            "signature",
            "capture",
            "review",
            "verification"
        })
@NullMarked
package dev.baton.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
