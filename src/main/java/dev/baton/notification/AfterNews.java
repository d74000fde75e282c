package dev.baton.notification;

import dev.baton.capture.CaptureEvent.ItemWithdrawn;
import dev.baton.capture.ItemId;
import dev.baton.handover.DueItem;
import dev.baton.handover.HalfLife;
import dev.baton.handover.HandoverEvent.DeviationRecorded;
import dev.baton.identity.Role;
import dev.baton.notification.NoticeBoard.News;
import dev.baton.recognition.Stewardship;
import dev.baton.review.ReviewEvent.Approved;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.verification.Warning;
import dev.baton.verification.Warnings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells what concerns somebody after the hand-over: what they were trained on is gone, what is due, what went wrong. */
@Component
class AfterNews {

    private final NoticeBoard board;
    private final Warnings warnings;
    private final HalfLife halfLife;
    private final Stewardship stewardship;
    private final Transfers transfers;
    private final Clock clock;

    AfterNews(
            NoticeBoard board,
            Warnings warnings,
            HalfLife halfLife,
            Stewardship stewardship,
            Transfers transfers,
            Clock clock) {
        this.board = board;
        this.warnings = warnings;
        this.halfLife = halfLife;
        this.stewardship = stewardship;
        this.transfers = transfers;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ItemWithdrawn event) {
        warn(event.transferId(), event.itemId());
    }

    @ApplicationModuleListener
    void on(Approved event) {
        warn(event.transferId(), event.itemId());
    }

    @ApplicationModuleListener
    void on(DeviationRecorded event) {
        if (event.known()) {
            var others = Stream.of(Role.TRANSFER_LEAD, Role.QUALITY)
                    .flatMap(role -> transfers.members(event.transferId(), role).stream())
                    .filter(username -> !username.equals(event.by()))
                    .distinct()
                    .toList();
            board.post(
                    others,
                    new News(
                            "leak",
                            "leak:" + event.deviationId(),
                            "/transfers/" + event.transferId() + "/deviations",
                            List.of(
                                    event.reference(),
                                    transfers.known(event.transferId()).name())));
        }
    }

    /** What is due is told once, to whoever carries the step. */
    @Transactional
    @Scheduled(cron = "${baton.half-life.daily:0 20 5 * * *}", zone = "UTC")
    public void daily() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        transfers.mine().stream().map(TransferView::id).forEach(transfer -> halfLife.known(transfer).stream()
                .filter(item -> item.isDue(today))
                .forEach(item -> due(transfer, item)));
    }

    private void due(TransferId transfer, DueItem item) {
        board.post(
                stewardship.carriersOf(item.stepId()),
                new News(
                        "item-due",
                        "item-due:" + item.itemId() + ":" + item.version() + ":" + item.dueOn(),
                        "/transfers/" + transfer + "/half-life",
                        List.of(item.title(), item.step())));
    }

    private void warn(TransferId transfer, ItemId item) {
        for (Warning warning : warnings.open(item)) {
            // What was superseded and is withdrawn later is news again.
            var kind = warning.withdrawn() ? "trained-withdrawn" : "trained-superseded";
            board.post(
                    List.of(warning.username()),
                    new News(
                            kind,
                            kind + ":" + item + ":" + warning.version(),
                            "/transfers/" + transfer + "/training",
                            List.of(warning.title())));
        }
    }
}
