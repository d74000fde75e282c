package dev.baton.recognition.web;

import dev.baton.Page;
import dev.baton.capture.ItemId;
import dev.baton.identity.Reasons;
import dev.baton.recognition.CertificateView;
import dev.baton.recognition.Certificates;
import dev.baton.recognition.Gift;
import dev.baton.recognition.MilestoneView;
import dev.baton.recognition.Milestones;
import dev.baton.recognition.Recognition;
import dev.baton.recognition.RecognitionRecord;
import dev.baton.recognition.RecognitionRecord.ThanksView;
import dev.baton.recognition.Stories;
import dev.baton.recognition.StoryView;
import dev.baton.recognition.Thanks;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Thanks, stories, recognition records, milestones and certificates. */
@RestController
@RequestMapping("/api")
class RecognitionApi {

    private final Recognition recognition;
    private final Thanks thanks;
    private final Stories stories;
    private final Milestones milestones;
    private final Certificates certificates;

    RecognitionApi(
            Recognition recognition, Thanks thanks, Stories stories, Milestones milestones, Certificates certificates) {
        this.recognition = recognition;
        this.thanks = thanks;
        this.stories = stories;
        this.milestones = milestones;
        this.certificates = certificates;
    }

    /** Somebody's own words, to the contributor named, or to the author. */
    record Words(@Nullable String text, @Nullable String to) {}

    /** Somebody's own words. */
    record Answer(@Nullable String text) {}

    /** Why something is taken back. */
    record Reason(@Nullable String reason) {}

    /** Who may see somebody's record: {@code everybody}, {@code transfers} or {@code me}. */
    record Choice(@Nullable String visibility) {}

    /** Thanks a contributor to an item. */
    @PostMapping(path = "/items/{itemId}/thanks", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ThanksView thank(@PathVariable String itemId, @RequestBody Words words) {
        return thanks.thank(ItemId.of(itemId), words.to(), words.text(), null);
    }

    /** The same with a picture or a short clip. */
    @PostMapping(path = "/items/{itemId}/thanks", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ThanksView thankWithPicture(
            @PathVariable String itemId,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        return thanks.thank(ItemId.of(itemId), to, text, gift(file));
    }

    /** The stories of a step, oldest first. */
    @GetMapping("/steps/{stepId}/stories")
    Page<StoryView> stories(@PathVariable String stepId) {
        return new Page<>(stories.of(StepId.of(stepId)), null);
    }

    /** Tells the story of a step. */
    @PostMapping(path = "/steps/{stepId}/stories", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    StoryView tell(
            @PathVariable String stepId,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        return stories.tell(StepId.of(stepId), text, gift(file));
    }

    /** Whoever told a story takes it off its page. */
    @PostMapping("/stories/{storyId}/take-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@PathVariable String storyId, @RequestBody Reason reason) {
        Reasons.<@Nullable Void>require(reason.reason(), () -> {
            stories.takeBack(UUID.fromString(storyId));
            return null;
        });
    }

    /** The milestones a transfer has reached, the latest first. */
    @GetMapping("/transfers/{id}/milestones")
    Page<MilestoneView> milestones(@PathVariable String id) {
        return new Page<>(milestones.of(TransferId.of(id)), null);
    }

    /** A person's certificates, the latest first; codes for the person alone. */
    @GetMapping("/people/{username}/certificates")
    Page<CertificateView> certificates(@PathVariable String username) {
        return new Page<>(certificates.of(username), null);
    }

    /** A new certificate in place of one that no longer holds. */
    @PostMapping("/certificates/{certificateId}/renew")
    @ResponseStatus(HttpStatus.CREATED)
    CertificateView renew(@PathVariable String certificateId) {
        return certificates.renew(UUID.fromString(certificateId));
    }

    /** The contributor answers. */
    @PostMapping("/thanks/{id}/answer")
    @ResponseStatus(HttpStatus.CREATED)
    ThanksView answer(@PathVariable String id, @RequestBody Answer words) {
        return thanks.answer(UUID.fromString(id), words.text());
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

    private static @Nullable Gift gift(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return null;
        }
        var name = file.getOriginalFilename();
        return new Gift(name == null ? "" : name, file.getInputStream());
    }
}
