/** The pages of the portal: each a document, composed from the modules' doors and from SQL projections. */
@NullMarked
package dev.baton.web.page;

import org.jspecify.annotations.NullMarked;
