/** Checkpoints outside the database: a file, a mail address, a time-stamp service; and what they say afterwards. */
@NullMarked
package dev.baton.audit.ledger.outside;

import org.jspecify.annotations.NullMarked;
