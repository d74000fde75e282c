/** The signing ceremony; a signature with its meaning, bound to a content hash. */
@ApplicationModule(allowedDependencies = {"identity", "audit"})
@NullMarked
package dev.baton.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
