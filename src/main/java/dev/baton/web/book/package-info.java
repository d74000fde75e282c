/** The handover book and what else is taken away at the end of a transfer. */
@NullMarked
package dev.baton.web.book;

import org.jspecify.annotations.NullMarked;
