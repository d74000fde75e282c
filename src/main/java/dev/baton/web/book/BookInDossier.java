package dev.baton.web.book;

import dev.baton.audit.DossierPart;
import dev.baton.capture.Evidence;
import dev.baton.capture.FileView;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.handover.AcceptanceState;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The handover book in its three forms, and the evidence files of every version. */
@Component
class BookInDossier implements DossierPart {

    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}._-]+");
    private static final int PAGE = 200;

    private final HandoverBook book;
    private final Transfers transfers;
    private final Items items;
    private final Evidence evidence;
    private final AcceptanceState acceptance;
    private final Clock clock;

    BookInDossier(
            HandoverBook book,
            Transfers transfers,
            Items items,
            Evidence evidence,
            AcceptanceState acceptance,
            Clock clock) {
        this.book = book;
        this.transfers = transfers;
        this.items = items;
        this.evidence = evidence;
        this.acceptance = acceptance;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public @Nullable String mark(UUID transfer) {
        return book.mark(edition(new TransferId(transfer), 0, ""));
    }

    @Override
    public void write(UUID transfer, long size, String checkpoint, Folder folder) throws IOException {
        var known = transfers.known(new TransferId(transfer));
        var edition = edition(known.id(), size, DossierPart.rootOf(checkpoint));
        var made = book.of(known, edition);
        for (var form : BookForm.values()) {
            folder.put("book/" + form.fileName(), out -> form.write(made, edition.at(), out));
        }
        for (var file : files(known.id()).entrySet()) {
            var stored = evidence.read(file.getValue().fileId());
            folder.put(file.getKey(), out -> {
                try (var bytes = stored.bytes(0, file.getValue().size())) {
                    bytes.transferTo(out);
                }
            });
        }
    }

    private Edition edition(TransferId transfer, long size, String root) {
        return new Edition(
                clock.instant(), size, root, acceptance.acceptedAt(transfer).orElse(null));
    }

    /** Each file once, in the folder of its item. */
    private Map<String, FileView> files(TransferId transfer) {
        var files = new LinkedHashMap<String, FileView>();
        String after = null;
        do {
            var page = items.list(transfer, null, null, after, PAGE);
            page.items().stream()
                    .map(ItemView::itemId)
                    .flatMap(item -> items.versions(item).stream())
                    .forEach(version -> version.files()
                            .forEach(file -> files.putIfAbsent(
                                    "files/" + version.itemId() + "/" + file.fileId() + "-"
                                            + UNSAFE.matcher(file.name()).replaceAll("_"),
                                    file)));
            after = page.next();
        } while (after != null);
        return files;
    }
}
