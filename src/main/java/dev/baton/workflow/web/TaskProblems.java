package dev.baton.workflow.web;

import dev.baton.workflow.TaskRefusals.AlreadyCompleted;
import dev.baton.workflow.TaskRefusals.TaskConflict;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers that only tasks give: a repeat with what was signed then, and a task that another call moved at once. */
@RestControllerAdvice(assignableTypes = {TaskController.class, ItemActController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class TaskProblems {

    private final MessageSource messages;
    private final SignatureJson signatures;

    TaskProblems(MessageSource messages, SignatureJson signatures) {
        this.messages = messages;
        this.signatures = signatures;
    }

    @ExceptionHandler
    ProblemDetail repeated(AlreadyCompleted refusal, Locale locale) {
        var problem = conflict(refusal.messageKey(), refusal.args(), locale);
        problem.setProperty("signatures", signatures.of(refusal.signatures()));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail overtaken(OptimisticLockingException e, Locale locale) {
        var refusal = new TaskConflict("task.ended-meanwhile");
        return conflict(refusal.messageKey(), refusal.args(), locale);
    }

    private ProblemDetail conflict(String key, List<Object> args, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, messages.getMessage(key, args.toArray(), key, locale));
        problem.setTitle(HttpStatus.CONFLICT.getReasonPhrase());
        return problem;
    }
}
