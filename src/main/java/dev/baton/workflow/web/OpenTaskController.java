package dev.baton.workflow.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Leads from a mail into Tasklist. The part behind the hash does not survive a login, hence an address of our own that
 * does.
 */
@RestController
class OpenTaskController {

    static final String TASKLIST = "/camunda/app/tasklist/default/#/";

    @GetMapping("/open-task/{id}")
    ResponseEntity<Void> open(@PathVariable UUID id) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header("Location", TASKLIST + "?task=" + id + "&detailsTab=task-detail-form")
                .build();
    }
}
