package dev.baton.web.page;

import dev.baton.identity.Acting;
import dev.baton.workflow.Tasks;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One task in the portal: the same form as in Tasklist, or the page on which the task is done. */
@Controller
class TaskPage {

    private final Tasks tasks;

    TaskPage(Tasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping("/tasks/{taskId}")
    String task(@PathVariable String taskId, Model model) {
        var page =
                Acting.person().flatMap(person -> tasks.duty(taskId)).flatMap(duty -> Optional.ofNullable(duty.page()));
        if (page.isPresent()) {
            return "redirect:" + page.get();
        }
        model.addAttribute("taskId", taskId);
        return "task";
    }
}
