/** Recognition in the JSON API. */
@NullMarked
package dev.baton.recognition.web;

import org.jspecify.annotations.NullMarked;
