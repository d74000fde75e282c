/** Transfers, process steps, teams and phases; import of the process workbook. */
@ApplicationModule(allowedDependencies = {"identity", "audit", "workbook"})
@NullMarked
package dev.baton.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
