/** Credits from signed contributions, and thank-yous. */
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "audit",
            "transfer",
            "signature",
            "capture",
            "review",
            "contradiction",
            "verification",
            "workbook"
        })
@NullMarked
package dev.baton.recognition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
