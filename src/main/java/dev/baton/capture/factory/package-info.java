/** The hidden factory in numbers: what signed answers say about yield and rework, and what follows from it. */
@NamedInterface("factory")
@NullMarked
package dev.baton.capture.factory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
