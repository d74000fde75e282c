package dev.baton.web.page;

import dev.baton.identity.Reasons;
import dev.baton.workflow.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lead chooses with which method an expert is asked, on the page of the step. */
@Controller
class MethodPages {

    private final Tasks tasks;

    MethodPages(Tasks tasks) {
        this.tasks = tasks;
    }

    @PostMapping("/steps/{id}/method")
    String choose(
            @PathVariable String id,
            @RequestParam String task,
            @RequestParam String method,
            @RequestParam(required = false) @Nullable String reason) {
        Reasons.require(reason, () -> tasks.chooseMethod(task, method, String.valueOf(reason)));
        return "redirect:/steps/" + id;
    }
}
