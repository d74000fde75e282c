/** Demonstrations, calibrations and training over HTTP. */
@NullMarked
package dev.baton.verification.web;

import org.jspecify.annotations.NullMarked;
