package dev.baton.workflow.web;

import dev.baton.capture.CoAuthors.CoAuthorView;
import dev.baton.workflow.CoAuthoring;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Writing a draft together, over the API. */
@RestController
@RequestMapping("/api/tasks/{taskId}")
class CoAuthorController {

    private final CoAuthoring together;
    private final Signing signing;
    private final SignatureJson signatures;

    CoAuthorController(CoAuthoring together, Signing signing, SignatureJson signatures) {
        this.together = together;
        this.signing = signing;
        this.signatures = signatures;
    }

    /** Whom to invite. */
    record Invitation(@Nullable String username) {}

    /** Who writes no longer, and why. */
    record Leaving(@Nullable String username, @Nullable String reason) {}

    /** What is typed to sign, for this version of the draft. */
    record CoSigning(@Nullable Long version, @Nullable String username, @Nullable String password) {

        /** Never with the password. */
        @Override
        public String toString() {
            return "CoSigning[" + version + "]";
        }
    }

    @PostMapping("/co-authors")
    @Operation(summary = "The author invites an expert of the transfer to write the draft together")
    Map<String, @Nullable Object> invite(@PathVariable String taskId, @RequestBody Invitation invitation) {
        return answer(taskId, together.invite(taskId, invitation.username()));
    }

    @PostMapping("/co-authors/leave")
    @Operation(summary = "Somebody writes the draft no longer; the author says so, or they themselves, with a reason")
    Map<String, @Nullable Object> leave(@PathVariable String taskId, @RequestBody Leaving leaving) {
        return answer(taskId, together.leave(taskId, leaving.username(), leaving.reason()));
    }

    @PostMapping("/co-sign")
    @Operation(summary = "A co-author signs the draft as it stands; it can be submitted once all have")
    Map<String, @Nullable Object> sign(
            @PathVariable String taskId, @RequestBody CoSigning typed, HttpServletRequest request) {
        together.check(taskId, typed.version());
        var proof = signing.prove(request, typed.username(), typed.password());
        var made = together.sign(taskId, Objects.requireNonNull(typed.version()), proof);
        signing.signed(request);
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("signatures", signatures.of(made));
        return answer;
    }

    private static Map<String, @Nullable Object> answer(String taskId, List<CoAuthorView> people) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("taskId", taskId);
        json.put("coAuthors", people);
        return json;
    }
}
