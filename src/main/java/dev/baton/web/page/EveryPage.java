package dev.baton.web.page;

import dev.baton.EvaluationMode;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page needs: who reads it, whether this is an evaluation, what stopped the request. */
@ControllerAdvice(annotations = Controller.class)
class EveryPage {

    private final EvaluationMode evaluation;
    private final People people;

    EveryPage(EvaluationMode evaluation, People people) {
        this.evaluation = evaluation;
        this.people = people;
    }

    /** Whether the banner of evaluation mode is shown. */
    @ModelAttribute("evaluation")
    boolean evaluation() {
        return evaluation.active();
    }

    /** The person logged in; on an error page the request's own principal has to do. */
    @ModelAttribute("me")
    @Nullable
    Me me(HttpServletRequest request) {
        var actor = Acting.person();
        if (actor.isPresent()) {
            return Me.of(actor.get());
        }
        var principal = request.getUserPrincipal();
        return principal == null
                ? null
                : people.person(principal.getName()).map(Me::of).orElse(null);
    }

    /** The sentence that says what stopped the request, on error pages. */
    @ModelAttribute("sentence")
    @Nullable
    String sentence(HttpServletRequest request) {
        return request.getAttribute("baton.sentence") instanceof String sentence ? sentence : null;
    }
}
