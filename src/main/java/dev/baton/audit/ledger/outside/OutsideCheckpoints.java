package dev.baton.audit.ledger.outside;

import dev.baton.audit.ledger.Checkpoint;
import dev.baton.audit.ledger.Ledger;
import dev.baton.audit.ledger.LedgerRefusals.NoCheckpoint;
import dev.baton.audit.ledger.outside.TimeStampService.NoTimeStamp;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the newest checkpoint out of reach of whoever owns the database: each node to its file, one node at a time to the
 * mailbox and to the time-stamp service. Whatever fails is tried again and holds up nothing.
 */
@Component
class OutsideCheckpoints {

    static final String MAIL = "mail";
    static final String TIME_STAMP = "time-stamp";
    private static final Logger LOG = LoggerFactory.getLogger(OutsideCheckpoints.class);

    private final Ledger ledger;
    private final OutsideSettings settings;
    private final CheckpointFile file;
    private final TimeStampService timeStamps;
    private final Witnesses witnesses;
    private final ObjectProvider<JavaMailSender> mail;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private long written = -1;
    private Instant writtenAt = Instant.MIN;

    OutsideCheckpoints(
            Ledger ledger,
            OutsideSettings settings,
            CheckpointFile file,
            TimeStampService timeStamps,
            Witnesses witnesses,
            ObjectProvider<JavaMailSender> mail,
            MessageSource messages,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.ledger = ledger;
        this.settings = settings;
        this.file = file;
        this.timeStamps = timeStamps;
        this.witnesses = witnesses;
        this.mail = mail;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Tells whoever is due.
     *
     * @param closing whether the application stops: the file gets the last checkpoint whatever the rhythm
     */
    void tell(boolean closing) throws InterruptedException {
        Checkpoint latest;
        try {
            latest = ledger.latest();
        } catch (NoCheckpoint e) {
            return;
        }
        toFile(latest, closing);
        if (!closing) {
            toMail(latest);
            toTimeStampService(latest);
        }
    }

    private void toFile(Checkpoint latest, boolean closing) {
        var due = !clock.instant()
                .isBefore(writtenAt.equals(Instant.MIN) ? writtenAt : writtenAt.plus(settings.fileEvery()));
        if (latest.size() == written || (!closing && !due)) {
            return;
        }
        try {
            file.append(latest);
            written = latest.size();
            writtenAt = clock.instant();
        } catch (IOException e) {
            LOG.error("The checkpoint could not be written to {}", file.path(), e);
        }
    }

    private void toMail(Checkpoint latest) {
        var to = settings.mail().to();
        var sender = mail.getIfAvailable();
        if (to == null || to.isBlank() || sender == null) {
            return;
        }
        witnesses.alone(
                () -> {
                    if (!witnesses.isDue(MAIL, latest, settings.mail().every())) {
                        return;
                    }
                    try {
                        new CheckpointMail(sender, messages)
                                .send(settings.mail().from(), to, latest, ledger.key(latest.keyId()));
                        witnesses.saw(MAIL, to, latest, null);
                    } catch (MailException e) {
                        LOG.warn("The checkpoint could not be mailed; trying again: {}", e.getMessage());
                    }
                },
                transaction);
    }

    private void toTimeStampService(Checkpoint latest) {
        var url = settings.timeStamp().url();
        if (url == null) {
            return;
        }
        witnesses.alone(
                () -> {
                    if (!witnesses.isDue(
                            TIME_STAMP, latest, settings.timeStamp().every())) {
                        return;
                    }
                    try {
                        witnesses.saw(TIME_STAMP, url.toString(), latest, timeStamps.stamp(url, latest.text()));
                    } catch (NoTimeStamp e) {
                        LOG.warn("The checkpoint got no time-stamp; trying again: {}", e.getMessage());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                transaction);
    }
}
