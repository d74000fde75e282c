package dev.baton.web.glance;

import dev.baton.Refusal;

/** No process of a transfer is called that. */
final class ProcessUnknown extends Refusal {

    private static final long serialVersionUID = 1L;

    ProcessUnknown() {
        super(Kind.UNKNOWN, "workflow.unknown");
    }
}
