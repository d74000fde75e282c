/** The append-only trail, Envers revisions with who, where and why, and the export of both. */
@ApplicationModule(allowedDependencies = {"identity", "workbook"})
@NullMarked
package dev.baton.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
