/** People, sites and roles; authentication, lock-out and re-authentication for signing. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.baton.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
