package dev.baton.recognition;

import dev.baton.capture.FileView;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.capture.Keepsakes;
import dev.baton.recognition.KeepsakeShelf.Place;
import dev.baton.recognition.RecognitionRefusals.KeepsakeUnknown;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferRefusals.StepUnknown;
import dev.baton.transfer.Transfers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to pictures and recordings that go with words: whoever may read the words may see them. */
@Service
public class ReadKeepsakes {

    private final KeepsakeShelf shelf;
    private final Keepsakes files;
    private final Items items;
    private final Transfers transfers;
    private final RecordSight sight;
    private final TransactionTemplate reading;

    ReadKeepsakes(
            KeepsakeShelf shelf,
            Keepsakes files,
            Items items,
            Transfers transfers,
            RecordSight sight,
            TransactionTemplate reading) {
        this.shelf = shelf;
        this.files = files;
        this.items = items;
        this.transfers = transfers;
        this.sight = sight;
        this.reading = reading;
    }

    /** The file, if the current actor may read the words it goes with. */
    public FileView require(UUID id) {
        return java.util.Objects.requireNonNull(reading.execute(status ->
                shelf.find(id).filter(this::maySee).map(Place::file).orElseThrow(() -> new KeepsakeUnknown(id))));
    }

    /** The bytes from {@code first} on, {@code length} of them; closed by the caller. */
    public InputStream bytes(FileView file, long first, long length) throws IOException {
        return files.open(file, first, length);
    }

    /** A small picture of a picture. */
    public Path thumbnail(FileView file) {
        return files.thumbnail(file);
    }

    private boolean maySee(Place place) {
        if (place.itemId() != null) {
            return items.maySee(new ItemId(place.itemId())) || (place.to() != null && sight.maySee(place.to()));
        }
        return place.stepId() != null && knows(new StepId(place.stepId()));
    }

    private boolean knows(StepId step) {
        try {
            transfers.requireStep(step);
            return true;
        } catch (StepUnknown unknown) {
            return false;
        }
    }
}
