package dev.baton.audit.export;

import java.util.Arrays;
import java.util.Locale;

/** What an export can be made as. */
public enum ExportForm {
    /** The workbook that proves itself. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** One JSON object a line, for programs. */
    JSONL("application/x-ndjson"),
    /** Pages for the paper file. */
    PDF("application/pdf"),
    /** All of these under one checkpoint, with what other modules add, in one folder. */
    ZIP("application/zip");

    private final String mediaType;

    ExportForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The form in the API and at the end of a file's name. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the file of a transfer is called. */
    String fileName(java.util.UUID transfer) {
        return (this == ZIP ? "dossier-" : "audit-trail-") + transfer + "." + code();
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    /**
     * The form with this code.
     *
     * @throws ExportRefusals.FormUnknown when there is none
     */
    public static ExportForm of(String code) {
        return Arrays.stream(values())
                .filter(form -> form.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ExportRefusals.FormUnknown());
    }
}
