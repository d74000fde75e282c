package dev.baton.web.page;

import dev.baton.audit.IntegrityChecks;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows of the evidence: the way to it, and the alarm while a check has open findings. */
@ControllerAdvice(annotations = Controller.class)
class EvidenceNav {

    private final IntegrityChecks checks;

    EvidenceNav(IntegrityChecks checks) {
        this.checks = checks;
    }

    /** Whether the red banner is shown: to quality and administrators, until the findings are explained or gone. */
    @ModelAttribute("alarm")
    boolean alarm() {
        return checks.alarmsMe();
    }

    /** Whether the reader may run the integrity checks. */
    @ModelAttribute("checksRecords")
    boolean checksRecords() {
        var actor = Acting.current();
        return actor.is(Role.QUALITY) || actor.is(Role.AUDITOR) || actor.is(Role.ADMIN);
    }

    /** Whether the page of clauses is the reader's. */
    @ModelAttribute("readsClauses")
    boolean readsClauses() {
        var actor = Acting.current();
        return actor.is(Role.QUALITY) || actor.is(Role.AUDITOR) || actor.is(Role.TRANSFER_LEAD);
    }
}
