/** The only Camunda code: processes, Tasklist, engine hardening and the task API. */
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "audit",
            "transfer",
            "capture",
            "review",
            "signature",
            "trailreview",
            "contradiction",
            "verification",
            "handover",
            "recognition"
        })
@NullMarked
package dev.baton.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
