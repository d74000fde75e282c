/** Review of the audit trail: which acts are looked at, by whom, what was found, and the signed result. */
@ApplicationModule(allowedDependencies = {"identity", "audit", "transfer", "signature", "capture"})
@NullMarked
package dev.baton.trailreview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
