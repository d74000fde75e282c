package dev.baton.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What another module puts beside the trail into a dossier. Each is a bean; dependencies point here, never from here. */
public interface DossierPart {

    /** Its place among the parts. */
    int order();

    /** What stands on every page of every document of the dossier, such as that it is in work, or null for nothing. */
    default @Nullable String mark(UUID transfer) {
        return null;
    }

    /**
     * Writes its files.
     *
     * @param size how many leaves of the ledger the checkpoint covers that the whole dossier carries
     * @param checkpoint its canonical JSON
     * @throws IOException when a file cannot be written
     */
    void write(UUID transfer, long size, String checkpoint, Folder folder) throws IOException;

    /** The root of the ledger that a checkpoint in canonical JSON signs, or an empty text. */
    static String rootOf(String checkpoint) {
        var found = Pattern.compile("\"rootHash\":\"([0-9a-f]{64})\"").matcher(checkpoint);
        return found.find() ? found.group(1) : "";
    }

    /** Where the files go. */
    interface Folder {

        /**
         * Puts a file there.
         *
         * @param name path within the dossier, such as {@code book/handover-book.pdf}
         * @throws IOException when it cannot be written
         */
        void put(String name, Content content) throws IOException;
    }

    /** Writes the bytes of a file. */
    @FunctionalInterface
    interface Content {

        /** Writes them; closing the stream does nothing. */
        void writeTo(OutputStream out) throws IOException;
    }
}
