/** Items and evidence files over HTTP. */
@NullMarked
package dev.baton.capture.web;

import org.jspecify.annotations.NullMarked;
