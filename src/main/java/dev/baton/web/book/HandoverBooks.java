package dev.baton.web.book;

import dev.baton.Digests;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.FieldChange;
import dev.baton.audit.SealedActs;
import dev.baton.audit.TrailRef;
import dev.baton.capture.EffectiveItems;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.handover.AcceptanceState;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out handover books to whoever may know of the transfer, and enters each in the trail. */
@Component
class HandoverBooks {

    private static final int AT_ONCE = 2;

    private final HandoverBook book;
    private final Transfers transfers;
    private final EffectiveItems effective;
    private final Items items;
    private final AcceptanceState acceptance;
    private final SealedActs sealed;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore slots = new Semaphore(AT_ONCE, true);

    HandoverBooks(
            HandoverBook book,
            Transfers transfers,
            EffectiveItems effective,
            Items items,
            AcceptanceState acceptance,
            SealedActs sealed,
            AuditTrail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.book = book;
        this.transfers = transfers;
        this.effective = effective;
        this.items = items;
        this.acceptance = acceptance;
        this.sealed = sealed;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The book as it is now, under the latest checkpoint.
     *
     * @throws BookKeptBack when the reader is to tell first what they know themselves
     */
    byte[] make(TransferId id, BookForm form) {
        var transfer = transfers.require(id);
        var kept = items.keptBack(
                effective.ofTransfer(id).stream().map(ItemView::itemId).collect(Collectors.toSet()));
        if (!kept.isEmpty()) {
            throw new BookKeptBack();
        }
        var checkpoint = sealed.extent();
        var edition = new Edition(
                clock.instant(),
                checkpoint.size(),
                checkpoint.rootHash(),
                acceptance.acceptedAt(id).orElse(null));
        slots.acquireUninterruptibly();
        try {
            var bytes = new ByteArrayOutputStream();
            form.write(book.of(transfer, edition), edition.at(), bytes);
            transaction.executeWithoutResult(status -> trail.record(
                    "exported",
                    new TrailRef("handover-book", id.toString(), transfer.name(), id.value(), null, null),
                    List.of(
                            FieldChange.set("form", form.fileName()),
                            FieldChange.set("sha256", Digests.hex(bytes.toByteArray())))));
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            slots.release();
        }
    }
}
