/** Calls for contributions: a theme, the steps it is about, who joined and what they write. */
@ApplicationModule(allowedDependencies = {"identity", "audit", "transfer", "capture"})
@NullMarked
package dev.baton.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
