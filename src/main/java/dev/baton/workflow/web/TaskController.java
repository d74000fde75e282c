package dev.baton.workflow.web;

import dev.baton.Page;
import dev.baton.Refusal.Fault;
import dev.baton.capture.ItemContent;
import dev.baton.capture.ItemJson;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Reasons;
import dev.baton.review.Anchor;
import dev.baton.review.EstablishedCondition;
import dev.baton.review.Reviews.Answer;
import dev.baton.transfer.StepId;
import dev.baton.workflow.CompleteCommand;
import dev.baton.workflow.Completion;
import dev.baton.workflow.TaskRefusals.CommandRefused;
import dev.baton.workflow.TaskView;
import dev.baton.workflow.Tasks;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Open tasks over the API: read, take, draft, sign and end. */
@RestController
@RequestMapping("/api")
class TaskController {

    private final Tasks tasks;
    private final TaskJson json;
    private final SignatureJson signatures;
    private final Signing signing;
    private final People people;

    TaskController(Tasks tasks, TaskJson json, SignatureJson signatures, Signing signing, People people) {
        this.people = people;
        this.tasks = tasks;
        this.json = json;
        this.signatures = signatures;
        this.signing = signing;
    }

    /** To whom the lead hands a task, and why. */
    record Assignment(@Nullable String username, @Nullable String reason) {}

    /** A whole draft. */
    record Draft(@Nullable Long version, @Nullable List<ItemContent> items) {}

    /** How a task ends, with what is typed to sign it. */
    record Ending(
            @Nullable Long version,
            @Nullable String decision,
            @Nullable String comment,
            @Nullable String triage,
            @Nullable String reference,
            @Nullable String to,
            @Nullable List<Answer> answers,
            @Nullable Anchor anchor,
            @Nullable Map<String, String> sections,
            @Nullable String condition,
            @Nullable String category,
            @Nullable String username,
            @Nullable String password) {

        CompleteCommand command() {
            var touched = condition == null && category == null ? null : new EstablishedCondition(condition, category);
            return new CompleteCommand(
                    version, decision, comment, triage, reference, to, answers, anchor, sections, touched);
        }

        /** Never with the password. */
        @Override
        public String toString() {
            return "Ending[" + decision + "]";
        }
    }

    /** Nothing. */
    record Empty() {}

    /** What is due first stands first. */
    @GetMapping("/tasks")
    Page<Map<String, @Nullable Object>> mine(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
        Page.requireLimit(limit);
        var mine = tasks.mine();
        var ids = mine.stream().map(TaskView::taskId).toList();
        var from = after == null ? 0 : ids.indexOf(after) + 1;
        var rows = mine.subList(from, Math.min(mine.size(), from + limit + 1));
        return Page.of(rows, limit, TaskView::taskId).map(json::of);
    }

    @GetMapping("/tasks/{taskId}")
    Map<String, @Nullable Object> one(@PathVariable String taskId, HttpServletRequest request) {
        var duty = tasks.duty(taskId);
        if (duty.isPresent()) {
            return json.of(duty.get());
        }
        var detail = tasks.detail(taskId);
        var answer = json.of(detail, signing.needsUsername(request));
        var assignee = detail.assignee();
        answer.put(
                "assigneeName",
                assignee == null
                        ? null
                        : people.person(assignee).map(PersonView::name).orElse(assignee));
        return answer;
    }

    @GetMapping("/tasks/{taskId}/to-sign")
    Map<String, @Nullable Object> toSign(@PathVariable String taskId, HttpServletRequest request) {
        var subjects = tasks.toSign(taskId);
        return json.toSign(tasks.detail(taskId).signing(), subjects, signing.needsUsername(request));
    }

    @PostMapping("/tasks/{taskId}/claim")
    Map<String, @Nullable Object> claim(@PathVariable String taskId) {
        tasks.claim(taskId);
        return json.of(view(taskId));
    }

    @PostMapping("/tasks/{taskId}/release")
    Map<String, @Nullable Object> release(@PathVariable String taskId) {
        tasks.release(taskId);
        return json.of(view(taskId));
    }

    @PostMapping("/tasks/{taskId}/assign")
    Map<String, @Nullable Object> assign(@PathVariable String taskId, @RequestBody Assignment assignment) {
        var username = assignment.username();
        if (username == null || username.isBlank()) {
            throw new CommandRefused(List.of(Fault.of("username", "text.missing")));
        }
        return Reasons.require(assignment.reason(), () -> {
            tasks.assign(taskId, username);
            var answer = new LinkedHashMap<String, @Nullable Object>();
            answer.put("taskId", taskId);
            answer.put("assignee", username);
            return answer;
        });
    }

    @PutMapping("/tasks/{taskId}/draft")
    Map<String, @Nullable Object> saveDraft(@PathVariable String taskId, @RequestBody Draft draft) {
        var version = draft.version();
        if (version == null) {
            throw new CommandRefused(List.of(Fault.of("version", "text.missing")));
        }
        var saved = tasks.saveDraft(taskId, version, draft.items() == null ? List.of() : draft.items());
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("version", saved.version());
        answer.put("savedAt", saved.savedAt());
        answer.put("items", saved.items().stream().map(TaskJson::draftItem).toList());
        return answer;
    }

    @PostMapping("/tasks/{taskId}/files")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> attach(@PathVariable String taskId, @RequestPart MultipartFile file) {
        var name = file.getOriginalFilename();
        try (var bytes = file.getInputStream()) {
            return ItemJson.file(tasks.attach(taskId, name == null ? "" : name, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/tasks/{taskId}/complete")
    Map<String, @Nullable Object> complete(
            @PathVariable String taskId, @RequestBody Ending ending, HttpServletRequest request) {
        var command = ending.command();
        var signed = tasks.check(taskId, command);
        var proof = signed ? signing.prove(request, ending.username(), ending.password()) : null;
        var completion = tasks.complete(taskId, command, proof);
        if (signed) {
            signing.signed(request);
        }
        return answer(completion);
    }

    @PostMapping("/steps/{stepId}/capture-tasks")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> beginCapture(@PathVariable String stepId, @RequestBody(required = false) @Nullable Empty body) {
        return Map.of("taskId", tasks.beginCapture(StepId.of(stepId)));
    }

    private TaskView view(String taskId) {
        return tasks.duty(taskId).orElseGet(() -> tasks.detail(taskId).task());
    }

    private Map<String, @Nullable Object> answer(Completion completion) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("signatures", signatures.of(completion.signatures()));
        answer.put("items", completion.items().stream().map(Object::toString).toList());
        answer.put("next", next(completion.next()));
        return answer;
    }

    private static @Nullable Map<String, @Nullable Object> next(Completion.@Nullable Next next) {
        if (next == null) {
            return null;
        }
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("who", next.who());
        answer.put("kind", next.kind().code());
        answer.put("dueAt", next.dueAt());
        return answer;
    }
}
