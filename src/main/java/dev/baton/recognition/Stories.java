package dev.baton.recognition;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.FileView;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.ReasonMissing;
import dev.baton.identity.Role;
import dev.baton.recognition.RecognitionRefusals.NotOfThisTransfer;
import dev.baton.recognition.RecognitionRefusals.StoryUnknown;
import dev.baton.recognition.RecognitionRefusals.WordsRefused;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to the stories of steps, told in words, sound or film by those who have given something to them. */
@Service
public class Stories {

    private static final String OF_STEP =
            """
            select s.id, s.author, coalesce(p.name, s.author) as author_name, s.text, s.told_at
            from step_story s left join person p on p.username = s.author
            where s.step_id = ? and not exists (select 1 from story_taken_back b where b.story_id = s.id)
            order by s.told_at, s.id""";

    private final Transfers transfers;
    private final StepStories stories;
    private final StoriesTakenBack takenBack;
    private final KeepsakeShelf keepsakes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Stories(
            Transfers transfers,
            StepStories stories,
            StoriesTakenBack takenBack,
            KeepsakeShelf keepsakes,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.transfers = transfers;
        this.stories = stories;
        this.takenBack = takenBack;
        this.keepsakes = keepsakes;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Row(UUID id, String author, String authorName, @Nullable String text, Instant at) {}

    /** The stories of a step, oldest first, if the current actor may know of it. */
    @Transactional(readOnly = true)
    public List<StoryView> of(StepId step) {
        transfers.requireStep(step);
        var rows = jdbc.sql(OF_STEP)
                .param(step.value())
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("author"),
                        row.getString("author_name"),
                        row.getString("text"),
                        row.getTimestamp("told_at").toInstant()))
                .list();
        var files = keepsakes.with(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> new StoryView(
                        row.id(),
                        row.author(),
                        row.authorName(),
                        row.text(),
                        row.at(),
                        files.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Whether the current actor may tell a story of the step: an expert of the transfer, or who has a credit there. */
    @Transactional(readOnly = true)
    public boolean mayTell(StepView step) {
        var me = Acting.current();
        return transfers.members(step.transferId(), Role.EXPERT).contains(me.username())
                || jdbc.sql("select exists (select 1 from credit c left join knowledge_item i on i.id = c.item_id"
                                + " where c.username = ? and coalesce(c.step_id, i.step_id) = ? and not exists"
                                + " (select 1 from credit_withdrawal w where w.credit_id = c.id))")
                        .params(me.username(), step.id().value())
                        .query(Boolean.class)
                        .single();
    }

    /** The current actor tells the story of a step: in words, with a picture or a recording, or with both. */
    public StoryView tell(StepId id, @Nullable String text, @Nullable Gift gift) {
        transaction.executeWithoutResult(status -> requireTeller(id, text, gift != null));
        var file = keepsakes.take(gift);
        return Objects.requireNonNull(transaction.execute(status -> tell(id, text, file)));
    }

    private StoryView tell(StepId id, @Nullable String text, @Nullable FileView file) {
        var step = requireTeller(id, text, file != null);
        var me = Acting.current().username();
        var words = text == null || text.isBlank() ? null : text;
        var story = stories.saveAndFlush(new StepStory(step, me, words, clock.instant()));
        keepsakes.put(file, step.transferId(), story.getId(), me);
        return of(id).stream()
                .filter(view -> view.id().equals(story.getId()))
                .findFirst()
                .orElseThrow();
    }

    /** Whoever told it takes it off the page, for the reason in {@link Acting#reason()}; the trail keeps it. */
    @Transactional
    public void takeBack(UUID id) {
        var story = stories.findById(id)
                .filter(told -> told.author().equals(Acting.current().username()))
                .filter(told -> !takenBack.existsByStoryId(id))
                .orElseThrow(() -> new StoryUnknown(id));
        if (Acting.reason() == null) {
            throw new ReasonMissing();
        }
        takenBack.saveAndFlush(new StoryTakenBack(story, clock.instant()));
    }

    private StepView requireTeller(StepId id, @Nullable String text, boolean recorded) {
        var step = transfers.requireStep(id);
        if (!mayTell(step)) {
            throw new NotOfThisTransfer();
        }
        var faults = new ArrayList<Fault>();
        if (recorded) {
            Texts.check("text", text, Texts.LONGEST_ANSWER, faults);
        } else {
            Texts.require("text", text, Texts.LONGEST_ANSWER, faults);
        }
        if (!faults.isEmpty()) {
            throw new WordsRefused(faults);
        }
        return step;
    }
}
