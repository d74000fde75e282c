package dev.baton.recognition;

import dev.baton.Locks;
import dev.baton.capture.CaptureEvent.CaptureSubmitted;
import dev.baton.capture.CaptureEvent.NothingHiddenSigned;
import dev.baton.capture.ProgressReader;
import dev.baton.recognition.RecognitionEvent.Credited;
import dev.baton.recognition.RecognitionEvent.MilestoneReached;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to milestones: 40, 60 and 100 percent of the steps told, approved and transferred. */
@Service
public class Milestones {

    private static final List<Integer> AT = List.of(40, 60, 100);

    private final Transfers transfers;
    private final ProgressReader progress;
    private final MilestoneRecords records;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Milestones(
            Transfers transfers,
            ProgressReader progress,
            MilestoneRecords records,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transfers = transfers;
        this.progress = progress;
        this.records = records;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** The milestones a transfer has reached, the latest first, if the current actor may know of it. */
    @Transactional(readOnly = true)
    public List<MilestoneView> of(TransferId transfer) {
        transfers.requireKnown(transfer);
        return jdbc.sql("select measure, percent, steps, of_steps, reached_at from milestone where transfer_id = ?"
                        + " order by reached_at desc, percent desc, measure")
                .param(transfer.value())
                .query((row, n) -> new MilestoneView(
                        row.getString("measure"),
                        row.getInt("percent"),
                        row.getInt("steps"),
                        row.getInt("of_steps"),
                        row.getTimestamp("reached_at").toInstant()))
                .list();
    }

    @ApplicationModuleListener
    void on(CaptureSubmitted event) {
        look(event.transferId());
    }

    @ApplicationModuleListener
    void on(NothingHiddenSigned event) {
        look(event.transferId());
    }

    /** After the credits of the approved version: a certificate speaks of them. */
    @ApplicationModuleListener
    void on(Credited event) {
        look(event.transferId());
    }

    /** What moves a step without an event of its own is seen within the hour. */
    @Transactional
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    public void lookAtAll() {
        jdbc.sql("select id from transfer where started_at is not null order by id")
                .query(UUID.class)
                .list()
                .forEach(id -> look(new TransferId(id)));
    }

    private void look(TransferId id) {
        Locks.about(jdbc, "milestone", id);
        var transfer = transfers.known(id);
        var far = progress.coverage(transfer);
        reach(transfer, "captured", far.captured());
        reach(transfer, "approved", far.approved());
        reach(transfer, "transferred", far.transferred());
    }

    /** Notes what is new; several reached at once are celebrated as one, the highest. */
    private void reach(TransferView transfer, String measure, int steps) {
        var highest = 0;
        for (int percent : AT) {
            var reached = transfer.steps() > 0 && steps * 100 >= percent * transfer.steps();
            if (reached
                    && !records.existsByTransferIdAndMeasureAndPercent(
                            transfer.id().value(), measure, percent)) {
                records.saveAndFlush(new Milestone(transfer, measure, percent, steps, clock.instant()));
                highest = percent;
            }
        }
        if (highest > 0) {
            events.publishEvent(new MilestoneReached(transfer.id(), measure, highest, steps, transfer.steps()));
        }
    }
}
