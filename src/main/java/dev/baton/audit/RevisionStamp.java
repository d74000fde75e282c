package dev.baton.audit;

import dev.baton.identity.Acting;
import org.hibernate.envers.RevisionListener;

/** Writes who acts into each Envers revision. */
class RevisionStamp implements RevisionListener {

    @Override
    public void newRevision(Object revision) {
        ((BatonRevision) revision).stamp(Acting.current(), Acting.reason());
    }
}
