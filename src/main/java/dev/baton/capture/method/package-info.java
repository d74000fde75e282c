/** Elicitation methods as data: their definitions, what an answer must be, and how answers read. */
@NullMarked
package dev.baton.capture.method;

import org.jspecify.annotations.NullMarked;
