/** Where the bytes of evidence files lie: a folder, or a store that speaks the S3 protocol. Knows no domain word. */
@NullMarked
package dev.baton.capture.store;

import org.jspecify.annotations.NullMarked;
