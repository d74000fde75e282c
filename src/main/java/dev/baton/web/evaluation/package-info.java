/** Demo people and a sample transfer for evaluation mode, made through the doors that users go through. */
@NullMarked
package dev.baton.web.evaluation;

import org.jspecify.annotations.NullMarked;
