/** Said against done: where an expert's words differ from the official instruction, as a machine can tell. */
@NullMarked
package dev.baton.capture.compare;

import org.jspecify.annotations.NullMarked;
