package dev.baton.audit.ledger.outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.audit.ledger.Checkpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of checkpoints, one JSON line each, that is only ever appended to. It says what the ledger was, also after an
 * older backup of the database was restored.
 */
final class CheckpointFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;

    CheckpointFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    Path path() {
        return path;
    }

    /**
     * A line of the file.
     *
     * @param number from 1
     * @param checkpoint null when the line cannot be read
     */
    record Line(long number, @Nullable Checkpoint checkpoint) {}

    /** Takes the lines one by one. */
    interface Lines {
        void line(Line line);
    }

    /** Adds a line and waits until it is on the disk. A torn last line of a crash is left behind as it is. */
    void append(Checkpoint checkpoint) throws IOException {
        Files.createDirectories(path.getParent());
        var line = JSON.createObjectNode();
        line.put("checkpoint", checkpoint.text()).put("signature", checkpoint.signature());
        var text = (endsTorn() ? "\n" : "") + line + "\n";
        try (var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
    }

    /** Reads every line from the first on; a file that is not there has none. */
    void read(Lines lines) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var reader = Files.newBufferedReader(path)) {
            long number = 0;
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                lines.line(new Line(++number, parse(text)));
            }
        }
    }

    private boolean endsTorn() throws IOException {
        if (!Files.exists(path)) {
            return false;
        }
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            if (file.size() == 0) {
                return false;
            }
            var last = ByteBuffer.allocate(1);
            file.read(last, file.size() - 1);
            return last.get(0) != '\n';
        }
    }

    private static @Nullable Checkpoint parse(String line) {
        try {
            var outer = JSON.readTree(line);
            var text = outer.path("checkpoint").asText();
            var inner = JSON.readTree(text);
            var checkpoint = new Checkpoint(
                    UUID.fromString(inner.path("ledger").asText()),
                    inner.path("size").asLong(-1),
                    inner.path("rootHash").asText(),
                    Instant.parse(inner.path("at").asText()),
                    inner.path("keyId").asText(),
                    outer.path("signature").asText());
            return checkpoint.text().equals(text) ? checkpoint : null;
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }
}
