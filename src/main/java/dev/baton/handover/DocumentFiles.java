package dev.baton.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.workbook.Document;
import dev.baton.workbook.Document.Section;
import dev.baton.workbook.DocumentPaper;
import dev.baton.workbook.DocumentWord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Keeps documents as JSON and writes them as files, with the signatures they have at that moment. */
@Component
class DocumentFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MessageSource messages;

    DocumentFiles(MessageSource messages) {
        this.messages = messages;
    }

    String written(Document document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Document read(String content) {
        try {
            return JSON.readValue(content, Document.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Document document, DocumentView edition, boolean word, OutputStream out) throws IOException {
        var head = new ArrayList<>(document.head());
        head.add(word(
                "document.edition",
                String.valueOf(edition.edition()),
                at(edition.madeAt().toString())));
        if (!edition.isApproved()) {
            head.add(word(edition.unaltered() ? "document.in-work" : "document.altered"));
        }
        var sections = new ArrayList<>(document.sections());
        sections.add(signatures(edition));
        var whole = new Document(document.title(), head, sections);
        var foot = List.of(word("document.foot", edition.id().toString(), edition.contentHash()));
        if (word) {
            DocumentWord.write(whole, foot, out);
        } else {
            DocumentPaper.write(whole, edition.madeAt(), foot, word("export.paper.page"), out);
        }
    }

    private Section signatures(DocumentView edition) {
        return Section.table(
                word("document.signatures"),
                word("document.none"),
                List.of(
                        word("document.signer"),
                        word("document.role"),
                        word("document.meaning"),
                        word("document.signed-at"),
                        word("document.words"),
                        word("document.stands")),
                edition.signatures().stream()
                        .map(one -> List.of(
                                one.signer(),
                                word("role." + one.role().code()) + ", " + one.site(),
                                word("meaning." + one.meaning().code()),
                                one.signedAt().truncatedTo(ChronoUnit.SECONDS) + " UTC (" + one.zone() + ")",
                                one.comment() == null ? "" : one.comment(),
                                word(one.isValidFor(edition.contentHash()) ? "document.valid" : "document.not-signed")))
                        .toList());
    }

    private static String at(String instant) {
        return instant.substring(0, 19) + "Z";
    }

    String word(String key, Object... args) {
        return messages.getMessage(key, args, Locale.ENGLISH);
    }
}
