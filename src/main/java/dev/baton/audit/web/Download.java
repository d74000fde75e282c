package dev.baton.audit.web;

import dev.baton.audit.export.ExportForm;
import dev.baton.audit.export.Exports.Receiver;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/** Sends an export to whoever asked for it; no cache keeps it. */
record Download(HttpServletResponse response) implements Receiver {

    @Override
    public OutputStream receive(String fileName, ExportForm form, long size) throws IOException {
        response.setContentType(form.mediaType());
        response.setContentLengthLong(size);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
        response.setHeader("Cache-Control", "no-store");
        return response.getOutputStream();
    }
}
