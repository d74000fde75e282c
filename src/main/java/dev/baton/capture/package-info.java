/** Capture requests, drafts, knowledge items with their versions, and evidence files. */
@ApplicationModule(allowedDependencies = {"identity", "audit", "transfer", "signature", "workbook"})
@NullMarked
package dev.baton.capture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
