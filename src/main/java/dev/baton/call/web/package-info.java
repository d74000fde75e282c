/** Calls over the API. */
@NullMarked
package dev.baton.call.web;

import org.jspecify.annotations.NullMarked;
