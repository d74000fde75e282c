package dev.baton.web.book;

import dev.baton.audit.DossierPart;
import dev.baton.handover.Documents;
import dev.baton.transfer.TransferId;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Protocol and report of the transfer in its dossier, every edition as paper. */
@Component
class DocumentsInDossier implements DossierPart {

    private static final int AFTER_THE_BOOK = 300;

    private final Documents documents;

    DocumentsInDossier(Documents documents) {
        this.documents = documents;
    }

    @Override
    public int order() {
        return AFTER_THE_BOOK;
    }

    @Override
    public void write(UUID transfer, long size, String checkpoint, Folder folder) throws IOException {
        for (var edition : documents.known(new TransferId(transfer))) {
            folder.put(
                    "documents/" + edition.kind().code() + "-" + edition.edition() + ".pdf",
                    out -> documents.write(edition, false, out));
        }
    }
}
