/** One security chain, login, administration, layout, and the pages and calls that span modules. */
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "workbook",
            "audit",
            "transfer",
            "transfer::comparison",
            "signature",
            "capture",
            "capture::factory",
            "review",
            "trailreview",
            "call",
            "contradiction",
            "verification",
            "handover",
            "workflow",
            "recognition",
            "notification"
        })
@NullMarked
package dev.baton.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
