package dev.baton.capture.web;

import dev.baton.capture.CaptureId;
import dev.baton.capture.DraftComments;
import dev.baton.capture.DraftJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** Informal comments on drafts over the API: open, read, say, settle, close. */
@RestController
@RequestMapping("/api/drafts/{draftId}")
@Tag(name = "Drafts")
class DraftController {

    private final DraftComments drafts;

    DraftController(DraftComments drafts) {
        this.drafts = drafts;
    }

    /** To which circle. */
    record Opening(@Nullable String to) {}

    /** About which answer of which item, and what. */
    record Comment(@Nullable String itemId, @Nullable String field, @Nullable String words) {}

    @GetMapping
    @Operation(summary = "A draft that is open for comments, with what was said about it")
    Map<String, @Nullable Object> read(@PathVariable String draftId) {
        return DraftJson.of(drafts.read(CaptureId.of(draftId)));
    }

    @PostMapping("/open")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The author opens the draft to a circle of colleagues")
    void open(@PathVariable String draftId, @RequestBody Opening opening) {
        drafts.open(CaptureId.of(draftId), opening.to());
    }

    @PostMapping("/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The author closes the draft again; what was said stays with it")
    void close(@PathVariable String draftId) {
        drafts.close(CaptureId.of(draftId));
    }

    @PostMapping("/comments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Says something about one answer of an open draft; nothing waits for it")
    Map<String, @Nullable Object> say(@PathVariable String draftId, @RequestBody Comment comment) {
        return DraftJson.of(drafts.comment(CaptureId.of(draftId), comment.itemId(), comment.field(), comment.words()));
    }

    @PostMapping("/comments/{commentId}/settle")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Those who write the draft have done with a comment")
    void settle(@PathVariable String draftId, @PathVariable String commentId) {
        drafts.settle(CaptureId.of(draftId), commentId);
    }
}
