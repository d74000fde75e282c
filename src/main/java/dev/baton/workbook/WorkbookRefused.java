package dev.baton.workbook;

import dev.baton.Refusal;

/** A file that cannot be read as a workbook. */
public final class WorkbookRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    WorkbookRefused(String messageKey, Object... args) {
        super(Kind.WRONG_CONTENT, messageKey, args);
    }
}
