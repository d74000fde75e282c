package dev.baton.review;

import dev.baton.audit.NotInTrail;
import dev.baton.audit.TrailRef;
import dev.baton.audit.TrailSubject;
import dev.baton.capture.ItemView;
import dev.baton.review.Reviews.NamedPeer;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;

/** Quality named a substitute peer for one version, with a signed reason. A later naming replaces an earlier one. */
@Entity
@Audited
@Immutable
@SuppressWarnings("UnusedVariable") // some columns are read by SQL alone
@Table(name = "peer_naming")
class PeerNaming extends RoundRecord implements TrailSubject {

    private String peer;
    private String reason;

    @NotInTrail
    private String itemHash;

    @NotInTrail
    private String namedBy;

    @NotInTrail
    private Instant namedAt;

    @SuppressWarnings("NullAway.Init")
    protected PeerNaming() {}

    PeerNaming(ItemView item, String peer, String reason, String namedBy, Instant now) {
        super(item);
        this.peer = peer;
        this.reason = reason;
        this.itemHash = item.contentHash();
        this.namedBy = namedBy;
        this.namedAt = now;
    }

    String peer() {
        return peer;
    }

    String hash() {
        return SideRecord.hash(itemId(), itemVersion(), itemHash, "peer", peer, reason);
    }

    @Override
    public TrailRef trailRef() {
        return inTrail("peer-substitution");
    }

    @Override
    public String trailedAs() {
        return "peer-named";
    }

    NamedPeer view() {
        return new NamedPeer(peer, reason, namedBy);
    }
}
