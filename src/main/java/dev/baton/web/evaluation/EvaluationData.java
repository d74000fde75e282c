package dev.baton.web.evaluation;

import dev.baton.EvaluationMode;
import dev.baton.audit.AuditTrail;
import dev.baton.audit.TrailRef;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the sample at the first start in evaluation mode. An entry in the trail says that it is complete; without it
 * the next start goes on where this one stood. Until then the product's health is not UP.
 */
@Component("sampleHealthIndicator")
class EvaluationData implements ApplicationRunner, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationData.class);
    private static final String COMPLETE = "sample-completed";

    private final EvaluationMode mode;
    private final EvaluationSettings settings;
    private final DemoPeople people;
    private final SampleTransfer transfers;
    private final StoryTeller teller;
    private final GapActs gaps;
    private final BenchActs bench;
    private final TrailReviewActs trailReviews;
    private final VoiceActs voices;
    private final PeopleActs acts;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private volatile boolean pending;

    EvaluationData(
            EvaluationMode mode,
            EvaluationSettings settings,
            DemoPeople people,
            SampleTransfer transfers,
            StoryTeller teller,
            GapActs gaps,
            BenchActs bench,
            TrailReviewActs trailReviews,
            VoiceActs voices,
            PeopleActs acts,
            AuditTrail trail,
            TransactionTemplate transactions,
            JdbcClient jdbc) {
        this.mode = mode;
        this.settings = settings;
        this.people = people;
        this.transfers = transfers;
        this.teller = teller;
        this.gaps = gaps;
        this.bench = bench;
        this.trailReviews = trailReviews;
        this.voices = voices;
        this.acts = acts;
        this.trail = trail;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.pending = mode.active() && settings.sample();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!mode.active() || !settings.sample()) {
            return;
        }
        if (!isComplete()) {
            LOG.info("Making demo people and the sample; this takes a few seconds, once");
            people.make();
            var untold = new ArrayList<String>();
            for (var each : Sample.values()) {
                tell(each, untold);
            }
            if (untold.isEmpty()) {
                markComplete();
                LOG.info("The sample is complete");
            } else {
                LOG.error("The sample lacks {}; health stays DOWN, and the next start tries again", untold);
                return;
            }
        }
        pending = false;
    }

    @Override
    public Health health() {
        return pending ? Health.down().build() : Health.up().build();
    }

    private boolean isComplete() {
        return jdbc.sql("select exists (select 1 from audit_entry where act = ?)")
                .param(COMPLETE)
                .query(Boolean.class)
                .single();
    }

    private void markComplete() {
        var main = Sample.BULK_AND_FILL;
        var id = transfers.make(main).value();
        var record = new TrailRef("transfer", id.toString(), main.title(), id, null, null);
        transactions.executeWithoutResult(status -> trail.record(COMPLETE, record));
    }

    private void tell(Sample sample, List<String> untold) {
        var transfer = transfers.make(sample);
        var stories = teller.stories(sample);
        teller.announceAbsence();
        if (sample == Sample.BULK_AND_FILL) {
            play(sample, "side by side", untold, () -> gaps.play(transfer));
        }
        for (int i = 0; i < stories.size(); i++) {
            var story = stories.get(i);
            LOG.info("{}: {} of {}, {}", sample.title(), i + 1, stories.size(), story.title());
            try {
                teller.tell(transfer, story);
            } catch (RuntimeException e) {
                LOG.error("This item of the sample could not be told: {}", story.title(), e);
                untold.add(story.title());
            }
        }
        if (sample == Sample.BULK_AND_FILL) {
            play(sample, "at the bench", untold, () -> bench.play(transfer));
            play(sample, "among people", untold, () -> acts.play(transfer));
            play(sample, "with many voices", untold, () -> voices.play(transfer));
            play(sample, "the review of its trail", untold, () -> trailReviews.open(transfer));
        } else {
            play(sample, "the review of its trail", untold, () -> trailReviews.review(transfer));
        }
    }

    private static void play(Sample sample, String what, List<String> untold, Runnable acts) {
        LOG.info("{}: {}", sample.title(), what);
        try {
            acts.run();
        } catch (RuntimeException e) {
            LOG.error("This part of the sample could not be played: {}, {}", sample.title(), what, e);
            untold.add(what);
        }
    }
}
