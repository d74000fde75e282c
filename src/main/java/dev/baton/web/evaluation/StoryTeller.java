package dev.baton.web.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.capture.ItemContent;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.capture.Rework;
import dev.baton.identity.Absences;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.web.evaluation.Story.Act;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Lets the demo people tell, review and sign the sample's items. Each act asks first whether it is done already, so
 * that a seeding that was cut short goes on where it stood.
 */
@Component
class StoryTeller {

    private static final int MANY = 200;
    private static final int WEEKS_AHEAD = 6;

    private final TaskActs tasks;
    private final ThanksActs thanks;
    private final Items items;
    private final Rework rework;
    private final Transfers transfers;
    private final DemoPeople people;
    private final ObjectMapper json;
    private final Absences absences;
    private final Clock clock;

    StoryTeller(
            TaskActs tasks,
            ThanksActs thanks,
            Items items,
            Rework rework,
            Transfers transfers,
            DemoPeople people,
            ObjectMapper json,
            Absences absences,
            Clock clock) {
        this.absences = absences;
        this.clock = clock;
        this.tasks = tasks;
        this.thanks = thanks;
        this.items = items;
        this.rework = rework;
        this.transfers = transfers;
        this.people = people;
        this.json = json;
    }

    /** The stories that ship with the product. */
    List<Story> stories(Sample sample) {
        try (var file = new ClassPathResource("sample/" + sample.stories()).getInputStream()) {
            return json.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody of the receiving site will be away, and a colleague stands in. */
    void announceAbsence() {
        people.as("receiver2", null, () -> {
            if (absences.mine().isEmpty()) {
                var from = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(WEEKS_AHEAD * 7L);
                absences.name(from, from.plusDays(13), "receiver1");
            }
            return null;
        });
    }

    /** Plays one story to its end. */
    void tell(TransferId transfer, Story story) {
        var step = Numbered.step(transfers, transfer, story.step());
        var item = people.as(story.expert(), null, () -> begin(transfer, step, story));
        item.ifPresent(id -> story.then().forEach(act -> perform(id, story, act)));
    }

    private Optional<ItemId> begin(TransferId transfer, StepView step, Story story) {
        var told = story.item();
        if (told == null) {
            tasks.signNothingHidden(step.id());
            return Optional.empty();
        }
        if (story.draft()) {
            tasks.draft(step.id(), content(told));
            return Optional.empty();
        }
        if (find(transfer, step, told).isEmpty()) {
            tasks.submit(step.id(), content(told), story);
        }
        return find(transfer, step, told);
    }

    private void perform(ItemId item, Story story, Act act) {
        people.as(act.by(), act.revise(), () -> {
            if (act.thanks() != null) {
                thanks.thank(item, act.thanks(), act.picture());
            } else if (act.revise() != null) {
                var view = items.known(item);
                if (view.latestVersion() == 1 && !view.inRework()) {
                    rework.begin(item);
                }
            } else if (act.change() != null) {
                tasks.rework(item, act, content(merged(story, act)));
            } else {
                tasks.complete(item, act);
            }
            return null;
        });
        if (act.reply() != null) {
            people.as(story.expert(), null, () -> {
                thanks.reply(item, act);
                return null;
            });
        }
    }

    private Optional<ItemId> find(TransferId transfer, StepView step, JsonNode told) {
        var title = told.path("title").asText();
        return items.list(transfer, step.id(), null, null, MANY).items().stream()
                .filter(item -> title.equals(item.content().title()))
                .map(ItemView::itemId)
                .findFirst();
    }

    private static JsonNode merged(Story story, Act act) {
        ObjectNode merged = Objects.requireNonNull(story.item()).deepCopy();
        merged.setAll((ObjectNode) Objects.requireNonNull(act.change()));
        return merged;
    }

    private ItemContent content(JsonNode told) {
        try {
            return json.treeToValue(told, ItemContent.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
