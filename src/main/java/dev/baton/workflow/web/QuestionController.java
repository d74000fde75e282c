package dev.baton.workflow.web;

import dev.baton.Page;
import dev.baton.Refusal.Fault;
import dev.baton.capture.ItemContent;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemJson;
import dev.baton.capture.Items;
import dev.baton.review.Anchor;
import dev.baton.review.AnchorJson;
import dev.baton.review.CommentView;
import dev.baton.review.Conversation;
import dev.baton.review.QuestionView;
import dev.baton.review.Reviews;
import dev.baton.review.StageStanding;
import dev.baton.workflow.TaskRefusals.CommandRefused;
import dev.baton.workflow.Tasks;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is asked and said about an item: a question returns it to its author, a comment holds up nobody. */
@RestController
@RequestMapping("/api/items/{id}")
class QuestionController {

    private static final String COMMENT = "comment";
    private static final String QUESTION = "question";

    private final Items items;
    private final Reviews reviews;
    private final Conversation conversation;
    private final Tasks tasks;

    QuestionController(Items items, Reviews reviews, Conversation conversation, Tasks tasks) {
        this.items = items;
        this.reviews = reviews;
        this.conversation = conversation;
        this.tasks = tasks;
    }

    /** A question or a comment, perhaps about a passage. */
    record Said(@Nullable String kind, @Nullable String text, @Nullable Anchor anchor) {}

    @GetMapping("/reviewers")
    @Operation(summary = "Who has reviewed the version that the caller sees, and who has not yet, stage by stage")
    Page<StageStanding> reviewers(@PathVariable String id) {
        return new Page<>(conversation.standing(ItemId.of(id)), null);
    }

    @GetMapping("/questions")
    @Operation(summary = "Questions and comments on an item that the caller may read, oldest first")
    Page<Map<String, @Nullable Object>> all(@PathVariable String id) {
        var item = ItemId.of(id);
        var content = items.require(item).content();
        List<Map<String, @Nullable Object>> said = new ArrayList<>();
        reviews.questions(item).forEach(question -> said.add(json(question, content)));
        conversation.of(item).forEach(comment -> said.add(json(comment, content)));
        said.sort(Comparator.comparing(one -> String.valueOf(one.get("askedAt"))));
        return new Page<>(said, null);
    }

    @PostMapping("/questions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Asks the author, which ends the caller's review task, or leaves a comment")
    Map<String, @Nullable Object> say(@PathVariable String id, @RequestBody Said said) {
        var item = ItemId.of(id);
        items.require(item);
        var kind = said.kind() == null ? QUESTION : said.kind();
        if (kind.equals(COMMENT)) {
            return json(
                    conversation.say(item, said.text(), said.anchor()),
                    items.require(item).content());
        }
        if (!kind.equals(QUESTION)) {
            throw new CommandRefused(List.of(Fault.of("kind", "task.question-or-comment")));
        }
        var stage = tasks.ask(item, said.text(), said.anchor());
        var content = items.require(item).content();
        return reviews.questions(item).stream()
                .filter(question ->
                        question.answer() == null && question.stage().code().equals(stage))
                .reduce((first, second) -> second)
                .map(question -> json(question, content))
                .orElseThrow();
    }

    private static Map<String, @Nullable Object> json(QuestionView question, ItemContent content) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", question.id().toString());
        json.put("kind", QUESTION);
        json.put("version", question.version());
        json.put("stage", question.stage().code());
        json.put("askedBy", question.askedBy());
        json.put("askedByName", question.askedByName());
        json.put("askedBySite", question.askedBySite());
        json.put("askedAt", question.askedAt());
        json.put("text", question.text());
        json.put("anchor", AnchorJson.of(question.anchor(), content));
        json.put("answer", question.answer());
        json.put("answeredBy", ItemJson.known(question.answeredBy()));
        json.put("answeredByName", question.answeredByName());
        json.put("answeredAt", question.answeredAt());
        return json;
    }

    private static Map<String, @Nullable Object> json(CommentView comment, ItemContent content) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", comment.id().toString());
        json.put("kind", COMMENT);
        json.put("version", comment.version());
        json.put("stage", null);
        json.put("askedBy", ItemJson.known(comment.by()));
        json.put("askedByName", comment.byName());
        json.put("askedBySite", comment.bySite());
        json.put("askedAt", comment.at());
        json.put("text", comment.text());
        json.put("anchor", AnchorJson.of(comment.anchor(), content));
        json.put("answer", null);
        json.put("answeredBy", null);
        json.put("answeredByName", null);
        json.put("answeredAt", null);
        return json;
    }
}
