/** Review rounds, questions, GMP triage, approval and the four-people rule. */
@ApplicationModule(
        allowedDependencies = {"identity", "audit", "transfer", "transfer :: comparison", "capture", "signature"})
@NullMarked
package dev.baton.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
