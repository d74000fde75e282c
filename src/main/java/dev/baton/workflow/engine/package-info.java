/** The process engine itself: its settings, its schema, its view of the people, and what it refuses. */
@NullMarked
package dev.baton.workflow.engine;

import org.jspecify.annotations.NullMarked;
