/** Two voices that disagree: found or marked, shown side by side, arbitrated by a third person, both kept as they are. */
@ApplicationModule(allowedDependencies = {"identity", "audit", "transfer", "signature", "capture", "review"})
@NullMarked
package dev.baton.contradiction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
