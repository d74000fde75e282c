/** The only Apache POI code: rows in, styled sheets out; knows no word of the domain. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.baton.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
