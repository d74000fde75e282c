/**
 * The ledger: the trail's entries as leaves of a Merkle tree, with signed checkpoints, so that what was once sealed
 * cannot be altered unnoticed. The format is described in {@code docs/evidence-format.md}.
 */
@NullMarked
package dev.baton.audit.ledger;

import org.jspecify.annotations.NullMarked;
