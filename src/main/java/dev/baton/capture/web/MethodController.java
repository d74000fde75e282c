package dev.baton.capture.web;

import dev.baton.Page;
import dev.baton.capture.Methods;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Elicitation methods as JSON. */
@RestController
@RequestMapping("/api/methods")
@Tag(name = "Methods")
class MethodController {

    private final Methods methods;

    MethodController(Methods methods) {
        this.methods = methods;
    }

    @GetMapping
    @Operation(summary = "The elicitation methods that can be used now, by id, with their prompts")
    Page<Map<String, @Nullable Object>> all(@RequestParam(defaultValue = "en") String language) {
        return new Page<>(methods.all(language), null);
    }
}
