package dev.baton.recognition.web;

import dev.baton.Page;
import dev.baton.identity.Reasons;
import dev.baton.identity.Reauthentication;
import dev.baton.recognition.Asking;
import dev.baton.recognition.Expertise;
import dev.baton.recognition.ExpertiseView;
import dev.baton.recognition.Stewardship;
import dev.baton.recognition.StewardshipView;
import dev.baton.transfer.StepId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who knows a step, questions to them, and who carries it. */
@RestController
@RequestMapping("/api")
class ExpertiseApi {

    private final Expertise expertise;
    private final Asking asking;
    private final Stewardship stewardship;
    private final Reauthentication reauthentication;

    ExpertiseApi(Expertise expertise, Asking asking, Stewardship stewardship, Reauthentication reauthentication) {
        this.expertise = expertise;
        this.asking = asking;
        this.stewardship = stewardship;
        this.reauthentication = reauthentication;
    }

    /** Somebody's own words. */
    record Words(@Nullable String text) {}

    /** Why. */
    record Reason(@Nullable String reason) {}

    /** A new record. */
    record Made(UUID id) {}

    /** Letting go of a step, signed. */
    record LettingGo(
            @Nullable String to, @Nullable String lastWord, @Nullable String username, @Nullable String password) {}

    /** Taking a step on, signed. */
    record Taking(@Nullable String firstWord, @Nullable String username, @Nullable String password) {}

    /** Who knows a step, by what they signed. */
    @GetMapping("/expertise")
    ExpertiseView expertise(@RequestParam String step) {
        return expertise.of(StepId.of(step));
    }

    /** Questions about a step with their answers, the latest first. */
    @GetMapping("/steps/{stepId}/questions")
    Page<Asking.Asked> questions(@PathVariable String stepId) {
        return new Page<>(asking.of(StepId.of(stepId)), null);
    }

    /** Asks those who know the step. */
    @PostMapping("/steps/{stepId}/questions")
    @ResponseStatus(HttpStatus.CREATED)
    Made ask(@PathVariable String stepId, @RequestBody Words words) {
        return new Made(asking.ask(StepId.of(stepId), words.text()));
    }

    /** Answers a question about a step. */
    @PostMapping("/step-questions/{questionId}/answers")
    @ResponseStatus(HttpStatus.CREATED)
    void answer(@PathVariable String questionId, @RequestBody Words words) {
        asking.answer(UUID.fromString(questionId), words.text());
    }

    /** Who built a step, since when, and who carries it. */
    @GetMapping("/steps/{stepId}/stewardship")
    StewardshipView stewardship(@PathVariable String stepId) {
        return stewardship.of(StepId.of(stepId));
    }

    /** Whoever carries the step lets go of it. */
    @PostMapping("/steps/{stepId}/stewardship")
    @ResponseStatus(HttpStatus.CREATED)
    Made letGo(@PathVariable String stepId, @RequestBody LettingGo letting) {
        stewardship.requireCarrier(StepId.of(stepId));
        var proof = reauthentication.prove(String.valueOf(letting.username()), letting.password());
        return new Made(stewardship.letGo(StepId.of(stepId), letting.to(), letting.lastWord(), proof));
    }

    /** Nobody takes it: said by the one asked or by whoever let go. */
    @PostMapping("/stewardship/{handoverId}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String handoverId, @RequestBody Reason reason) {
        Reasons.<@Nullable Void>require(reason.reason(), () -> {
            stewardship.end(UUID.fromString(handoverId));
            return null;
        });
    }

    /** The one to whom it is handed takes it. */
    @PostMapping("/stewardship/{handoverId}/take")
    @ResponseStatus(HttpStatus.CREATED)
    void take(@PathVariable String handoverId, @RequestBody Taking taking) {
        var id = UUID.fromString(handoverId);
        stewardship.requireHeir(id);
        stewardship.take(
                id, taking.firstWord(), reauthentication.prove(String.valueOf(taking.username()), taking.password()));
    }
}
