package dev.baton.capture.web;

import dev.baton.Refusal;
import java.util.List;

/** A file was to come with the call and did not. */
class FileMissing extends Refusal {

    private static final long serialVersionUID = 1L;

    FileMissing() {
        super(Kind.MALFORMED, List.of(Fault.of("file", "text.missing")), "problem.malformed");
    }
}
