/** Contradictions over the API. */
@NullMarked
package dev.baton.contradiction.web;

import org.jspecify.annotations.NullMarked;
