/** What the receiving site can do: demonstrations, feel calibration, training and what it opens. */
@ApplicationModule(allowedDependencies = {"identity", "audit", "transfer", "capture", "signature"})
@NullMarked
package dev.baton.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
