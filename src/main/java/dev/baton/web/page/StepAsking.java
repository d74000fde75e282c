package dev.baton.web.page;

import dev.baton.capture.CaptureView;
import dev.baton.capture.Captures;
import dev.baton.capture.Methods;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.transfer.StepView;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.Tasks;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Who is being asked about a step, and how: for the transfer's lead. */
@Component
class StepAsking {

    private final Captures captures;
    private final Methods methods;
    private final Transfers transfers;
    private final Tasks tasks;
    private final People people;

    StepAsking(Captures captures, Methods methods, Transfers transfers, Tasks tasks, People people) {
        this.captures = captures;
        this.methods = methods;
        this.transfers = transfers;
        this.tasks = tasks;
        this.people = people;
    }

    /** An open request: its task, who is asked, and with which method. */
    record Asking(String task, String expert, String method) {}

    /** A method to choose. */
    record Choice(String id, String name) {}

    /** The open requests about this step; nobody but the lead sees any. */
    List<Asking> of(StepView step) {
        if (!transfers.isLead(step.transferId())) {
            return List.of();
        }
        return captures.ofTransfer(step.transferId()).stream()
                .filter(capture ->
                        capture.stepId().equals(step.id()) && capture.state().equals("open"))
                .flatMap(this::asking)
                .toList();
    }

    /** All methods, by name. */
    List<Choice> choices() {
        return methods.all(LocaleContextHolder.getLocale().getLanguage()).stream()
                .map(method -> new Choice(String.valueOf(method.get("id")), String.valueOf(method.get("name"))))
                .toList();
    }

    private Stream<Asking> asking(CaptureView capture) {
        var expert = people.person(capture.expert()).map(PersonView::name).orElse(capture.expert());
        return tasks.taskOf(capture.id()).stream()
                .map(task -> new Asking(task, expert, String.valueOf(capture.method())));
    }
}
