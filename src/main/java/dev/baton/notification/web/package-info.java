/** Notices in the JSON API. */
@NullMarked
package dev.baton.notification.web;

import org.jspecify.annotations.NullMarked;
