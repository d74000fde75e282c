package dev.baton.capture.web;

import dev.baton.capture.Vagueness;
import dev.baton.capture.Vagueness.Mark;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Words that leave something open, as JSON. Nothing of the text is kept. */
@RestController
@RequestMapping("/api/vagueness")
@Tag(name = "Methods")
class VaguenessController {

    private final Vagueness vagueness;

    VaguenessController(Vagueness vagueness) {
        this.vagueness = vagueness;
    }

    /** A text and the language it is written in: {@code en} when none is given. */
    record Said(@Nullable String text, @Nullable String language) {}

    @PostMapping
    @Operation(summary = "Which words of a text leave something open, and what to ask about each")
    Map<String, List<Mark>> marks(@RequestBody Said said) {
        return Map.of("marks", vagueness.marks(said.text(), said.language()));
    }
}
