package dev.baton.capture;

import dev.baton.capture.CaptureRefusals.FileRefused;
import dev.baton.transfer.TransferId;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The door through which another module keeps pictures with a record of its own; see {@link FileSharing}. */
@Service
public class Pictures {

    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "webp", "gif");

    private final Evidence evidence;

    Pictures(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Keeps a picture. Streams; nothing of it may run in a transaction. */
    public FileView add(UUID record, TransferId transfer, String name, InputStream bytes) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!ENDINGS.contains(ending)) {
            throw new FileRefused(
                    "capture.file-kind",
                    String.join(", ", ENDINGS.stream().sorted().toList()));
        }
        return evidence.attach(record, transfer.value(), name, bytes);
    }
}
