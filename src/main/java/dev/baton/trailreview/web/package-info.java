/** Reviews of the trail over the API. */
@NullMarked
package dev.baton.trailreview.web;

import org.jspecify.annotations.NullMarked;
