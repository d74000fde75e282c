package dev.baton.web.page;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One task in the portal: the same form as in Tasklist. */
@Controller
class TaskPage {

    @GetMapping("/tasks/{taskId}")
    String task(@PathVariable String taskId, Model model) {
        model.addAttribute("taskId", taskId);
        return "task";
    }
}
