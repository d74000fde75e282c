/** Sending unit against receiving unit, step by step: what differs, how risky that is, and what is done about it. */
@NamedInterface("comparison")
@NullMarked
package dev.baton.transfer.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
