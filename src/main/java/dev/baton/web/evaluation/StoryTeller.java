package dev.baton.web.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.capture.CaptureId;
import dev.baton.capture.Captures;
import dev.baton.capture.ItemContent;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.identity.Reauthentication;
import dev.baton.identity.SigningProof;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.web.evaluation.Story.Act;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets the demo people tell, review and sign the sample's items. Each act asks first whether it is done already, so
 * that a seeding that was cut short goes on where it stood.
 */
@Component
class StoryTeller {

    private static final int MANY = 200;

    private final Captures captures;
    private final Items items;
    private final Transfers transfers;
    private final ReviewActs reviews;
    private final Reauthentication reauthentication;
    private final DemoPeople people;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    StoryTeller(
            Captures captures,
            Items items,
            Transfers transfers,
            ReviewActs reviews,
            Reauthentication reauthentication,
            DemoPeople people,
            JdbcClient jdbc,
            ObjectMapper json) {
        this.captures = captures;
        this.items = items;
        this.transfers = transfers;
        this.reviews = reviews;
        this.reauthentication = reauthentication;
        this.people = people;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The stories that ship with the product. */
    List<Story> stories() {
        try (var file = new ClassPathResource("sample/stories.json").getInputStream()) {
            return json.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plays one story to its end. */
    void tell(TransferId transfer, Story story) {
        var step = transfers.steps(transfer).stream()
                .filter(candidate -> candidate.number().equals(story.step()))
                .findFirst()
                .orElseThrow();
        people.as(story.expert(), null, () -> {
            openCapture(step, story.expert()).ifPresent(capture -> answer(capture, story));
            return null;
        });
        if (story.item() == null || story.draft()) {
            return;
        }
        var item = people.as(story.expert(), null, () -> find(transfer, step, story.item()));
        item.ifPresent(id -> story.then().forEach(act -> perform(id, story, act)));
    }

    private void answer(CaptureId capture, Story story) {
        var draft = captures.draft(capture);
        if (story.nothingHidden()) {
            captures.nothingHidden(capture, draft.version(), proof(story.expert()));
            return;
        }
        if (story.draft() && draft.version() > 0) {
            return;
        }
        var saved = captures.saveDraft(capture, draft.version(), List.of(content(story.item())));
        if (!story.draft()) {
            captures.submit(capture, saved.version(), proof(story.expert()));
        }
    }

    private void perform(ItemId item, Story story, Act act) {
        people.as(act.by(), act.revise(), () -> {
            var view = items.known(item);
            if (act.thanks() != null) {
                reviews.thank(view, act, story.expert());
            } else if (act.revise() != null) {
                if (view.latestVersion() == 1 && !view.inRework()) {
                    items.revise(item);
                }
            } else if (view.latestVersion() == act.about()) {
                decide(view, story, act);
            }
            return null;
        });
    }

    private void decide(ItemView view, Story story, Act act) {
        if (!"rework".equals(act.kind())) {
            reviews.decide(view, act, () -> proof(act.by()));
        } else if (view.inRework()) {
            var draft = items.reworkDraft(view.itemId());
            if (act.change() == null) {
                reviews.answer(view, draft.version(), act, null);
                return;
            }
            var next = content(story.item(), act.change());
            var saved = items.saveReworkDraft(view.itemId(), draft.version(), List.of(next));
            reviews.answer(view, saved.version(), act, proof(act.by()));
        }
    }

    private Optional<CaptureId> openCapture(StepView step, String expert) {
        return jdbc.sql("select id from capture_request where step_id = ? and expert = ? and state = 'open'"
                        + " order by due_at limit 1")
                .params(step.id().value(), expert)
                .query(UUID.class)
                .optional()
                .map(CaptureId::new);
    }

    private Optional<ItemId> find(TransferId transfer, StepView step, JsonNode told) {
        var title = told.path("title").asText();
        return items.list(transfer, step.id(), null, null, MANY).items().stream()
                .filter(item -> title.equals(item.content().title()))
                .map(ItemView::itemId)
                .findFirst();
    }

    private SigningProof proof(String username) {
        return reauthentication.prove(username, DemoPeople.PASSWORD);
    }

    private ItemContent content(JsonNode told, JsonNode change) {
        ObjectNode merged = told.deepCopy();
        merged.setAll((ObjectNode) change);
        return content(merged);
    }

    private ItemContent content(JsonNode told) {
        try {
            return json.treeToValue(told, ItemContent.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
