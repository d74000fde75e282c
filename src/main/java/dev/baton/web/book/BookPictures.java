package dev.baton.web.book;

import dev.baton.Refusal;
import dev.baton.capture.Evidence;
import dev.baton.capture.FileView;
import dev.baton.workbook.Book.Picture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Evidence files as the pictures of a book. */
@Component
class BookPictures {

    private static final Set<String> KINDS = Set.of("image/jpeg", "image/png", "image/gif");

    private final Evidence evidence;

    BookPictures(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Whether the file is a picture that can be printed. */
    static boolean isPicture(FileView file) {
        return KINDS.contains(file.mediaType());
    }

    /** The file as a picture, or empty: its bytes are not those that were uploaded, or no picture after all. */
    Optional<Picture> of(FileView file, String caption) {
        try {
            var jpeg = Files.readAllBytes(evidence.print(file.fileId()));
            var picture = ImageIO.read(new ByteArrayInputStream(jpeg));
            return picture == null
                    ? Optional.empty()
                    : Optional.of(new Picture(jpeg, picture.getWidth(), picture.getHeight(), caption));
        } catch (Refusal refusal) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
