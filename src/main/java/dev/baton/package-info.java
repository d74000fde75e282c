/** The application itself: start-up, the embedded database, and the few types that every module shares. */
@NullMarked
package dev.baton;

import org.jspecify.annotations.NullMarked;
