/** Tasks over HTTP. */
@NullMarked
package dev.baton.workflow.web;

import org.jspecify.annotations.NullMarked;
