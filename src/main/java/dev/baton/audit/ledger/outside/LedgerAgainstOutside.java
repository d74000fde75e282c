package dev.baton.audit.ledger.outside;

import dev.baton.audit.IntegrityCheck;
import dev.baton.audit.IntegrityFinding;
import dev.baton.audit.IntegrityReport;
import dev.baton.audit.ledger.Checkpoint;
import dev.baton.audit.ledger.Ledger;
import dev.baton.audit.ledger.LedgerHistory;
import dev.baton.audit.ledger.outside.TimeStampService.NoTimeStamp;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** The ledger is still what was said of it outside: no older one was put in its place, and none was rewritten. */
@Component
class LedgerAgainstOutside implements IntegrityCheck {

    private final Ledger ledger;
    private final LedgerHistory history;
    private final CheckpointFile file;
    private final Witnesses witnesses;
    private final TimeStampService timeStamps;

    LedgerAgainstOutside(
            Ledger ledger,
            LedgerHistory history,
            CheckpointFile file,
            Witnesses witnesses,
            TimeStampService timeStamps) {
        this.ledger = ledger;
        this.history = history;
        this.file = file;
        this.witnesses = witnesses;
        this.timeStamps = timeStamps;
    }

    @Override
    public String name() {
        return "ledger-against-outside";
    }

    @Override
    public int order() {
        return 320;
    }

    @Override
    public void run(IntegrityReport report) {
        try {
            file.read(line -> {
                var where = file.path().getFileName() + " line " + line.number();
                var checkpoint = line.checkpoint();
                if (checkpoint == null) {
                    report.found(IntegrityFinding.of(where, "outside-unreadable"));
                } else {
                    compare(where, checkpoint, report);
                }
                report.looked(line.number(), line.number());
            });
        } catch (IOException e) {
            report.found(IntegrityFinding.of(file.path().toString(), "outside-unreadable"));
        }
        for (var seen : witnesses.all(OutsideCheckpoints.TIME_STAMP)) {
            timeStamp(seen, report);
        }
    }

    /** Signatures are looked at only where roots differ: a line with the right root harms nobody. */
    private void compare(String where, Checkpoint outside, IntegrityReport report) {
        long size = history.size();
        if (outside.size() >= 0 && outside.size() <= size && history.hasRoot(outside.size(), outside.rootHash())) {
            return;
        }
        var genuine =
                outside.ledger().equals(ledger.id()) && ledger.keys().stream().anyMatch(outside::isSignedBy);
        if (!genuine) {
            report.found(IntegrityFinding.of(where, "outside-foreign"));
        } else if (outside.size() > size) {
            report.found(
                    IntegrityFinding.of(where, "outside-ahead", String.valueOf(outside.size()), String.valueOf(size)));
        } else {
            report.found(IntegrityFinding.of(where, "outside-differs", String.valueOf(outside.size())));
        }
    }

    private void timeStamp(Witnesses.Seen seen, IntegrityReport report) {
        var where = "ledger_witness of " + seen.size() + " (" + seen.place() + ")";
        var checkpoint = history.of(seen.size());
        var token = seen.token();
        try {
            if (checkpoint == null || token == null) {
                report.found(IntegrityFinding.of(where, "outside-time-stamp-wrong", String.valueOf(seen.size())));
            } else {
                timeStamps.check(token, checkpoint.text());
            }
        } catch (NoTimeStamp e) {
            report.found(IntegrityFinding.of(where, "outside-time-stamp-wrong", String.valueOf(e.getMessage())));
        }
    }
}
