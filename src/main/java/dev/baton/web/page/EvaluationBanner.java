package dev.baton.web.page;

import dev.baton.EvaluationMode;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The banner of evaluation mode for pages that are not ours, such as Tasklist's. */
@RestController
class EvaluationBanner {

    private final EvaluationMode evaluation;
    private final MessageSource messages;

    EvaluationBanner(EvaluationMode evaluation, MessageSource messages) {
        this.evaluation = evaluation;
        this.messages = messages;
    }

    /** The sentence in evaluation mode; nothing otherwise. */
    @GetMapping("/baton/evaluation.json")
    ResponseEntity<Map<String, String>> banner(Locale locale) {
        return evaluation.active()
                ? ResponseEntity.ok(Map.of("text", messages.getMessage("page.evaluation", null, locale)))
                : ResponseEntity.noContent().build();
    }
}
