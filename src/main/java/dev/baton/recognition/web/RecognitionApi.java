package dev.baton.recognition.web;

import dev.baton.capture.ItemId;
import dev.baton.recognition.Recognition;
import dev.baton.recognition.RecognitionRecord;
import dev.baton.recognition.RecognitionRecord.ThanksView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Thanks and recognition records. */
@RestController
@RequestMapping("/api")
class RecognitionApi {

    private final Recognition recognition;

    RecognitionApi(Recognition recognition) {
        this.recognition = recognition;
    }

    /** Somebody's own words. */
    record Words(@Nullable String text) {}

    /** Who may see somebody's record: {@code everybody}, {@code transfers} or {@code me}. */
    record Choice(@Nullable String visibility) {}

    /** Thanks the author of an item. */
    @PostMapping("/items/{itemId}/thanks")
    @ResponseStatus(HttpStatus.CREATED)
    ThanksView thank(@PathVariable String itemId, @RequestBody Words words) {
        return recognition.thank(ItemId.of(itemId), words.text());
    }

    /** The contributor answers. */
    @PostMapping("/thanks/{id}/answer")
    @ResponseStatus(HttpStatus.CREATED)
    ThanksView answer(@PathVariable String id, @RequestBody Words words) {
        return recognition.answer(UUID.fromString(id), words.text());
    }

    /** What a person gave, and what was said to them; newest first. */
    @GetMapping("/people/{username}/recognition")
    RecognitionRecord record(@PathVariable String username) {
        return recognition.record(username);
    }

    /** The caller chooses who may see their own record. */
    @PutMapping("/me/visibility")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(@RequestBody Choice choice) {
        recognition.choose(Recognition.visibility(choice.visibility()));
    }
}
