package dev.baton.audit.export;

import java.io.IOException;
import java.io.OutputStream;

/** Writes exports in one form. */
interface FormWriter {

    /** The form. */
    ExportForm form();

    /**
     * Writes the file and enters in the trail what was taken out.
     *
     * @throws IOException when the file cannot be written
     */
    void write(ExportRun run, OutputStream out) throws IOException;
}
