package dev.baton.handover.web;

import dev.baton.Page;
import dev.baton.handover.Authority;
import dev.baton.handover.AuthorityView;
import dev.baton.handover.AuthorityView.Answer;
import dev.baton.transfer.TransferId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who may do what in a transfer, over the API. */
@RestController
@Tag(name = "Training")
class AuthorityController {

    private final Authority authority;

    AuthorityController(Authority authority) {
        this.authority = authority;
    }

    @GetMapping("/api/transfers/{id}/authority")
    @Operation(
            summary =
                    "Who may tell, review, demonstrate and use, why not, and what to do about it; the receiving site first"
                            + " and by user name; oneself, or all for lead, quality and auditors")
    Page<Map<String, @Nullable Object>> list(@PathVariable String id) {
        return new Page<>(
                authority.of(TransferId.of(id)).stream()
                        .map(AuthorityController::json)
                        .toList(),
                null);
    }

    private static Map<String, @Nullable Object> json(AuthorityView view) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("username", view.username());
        json.put("name", view.name());
        json.put("site", view.site());
        json.put("role", view.role().code());
        json.put("tell", answer(view.tell()));
        json.put("review", answer(view.review()));
        json.put("demonstrate", answer(view.demonstrate()));
        json.put("use", answer(view.use()));
        json.put("openedUnread", view.openedUnread());
        json.put("steps", view.steps().stream().map(AuthorityController::step).toList());
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> answer(@Nullable Answer answer) {
        if (answer == null) {
            return null;
        }
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("may", answer.may());
        json.put("why", answer.why().code());
        json.put("since", answer.since());
        json.put("until", answer.until());
        json.put("steps", answer.steps());
        json.put("of", answer.of());
        json.put("todo", answer.todo());
        return json;
    }

    private static Map<String, @Nullable Object> step(AuthorityView.Step step) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("stepId", step.stepId().toString());
        json.put("step", step.step());
        json.put("texts", step.texts());
        json.put("onCard", step.onCard());
        json.put("demonstrate", step.demonstrate());
        json.put("use", step.use());
        json.put("unread", step.unread().stream().map(ReadingJson::of).toList());
        return json;
    }
}
