/** Gates and landings over the API. */
@NullMarked
package dev.baton.handover.web;

import org.jspecify.annotations.NullMarked;
