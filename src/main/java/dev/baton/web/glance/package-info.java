/** Everything at a glance: the process as a map, the dashboard, the workflow live; pictures are drawn here. */
@NullMarked
package dev.baton.web.glance;

import org.jspecify.annotations.NullMarked;
