package dev.baton.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFolderTests {

    @TempDir
    Path parent;

    private ExportFolder folder;

    @BeforeEach
    void open() {
        folder = new ExportFolder(new ExportSettings(parent.resolve("exports"), Duration.ZERO, Duration.ZERO, 1));
    }

    @Test
    void onlyTheProductCanReadWhatIsMade() throws IOException {
        var id = UUID.randomUUID();
        folder.begin(id).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.file(id))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(parent.resolve("exports"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aDiscardedExportLeavesNothing() throws IOException {
        var id = UUID.randomUUID();
        folder.begin(id).close();

        folder.discard(id);

        assertThat(folder.file(id)).doesNotExist();
    }

    @Test
    void aRestartKeepsWhatCanStillBeFetchedAndNothingElse() throws IOException {
        var kept = UUID.randomUUID();
        var interrupted = UUID.randomUUID();
        var node = folder.node();
        folder.begin(kept).close();
        folder.begin(interrupted).close();

        folder.keepOnly(Set.of(kept));

        assertThat(folder.file(kept)).exists();
        assertThat(folder.file(interrupted)).doesNotExist();
        assertThat(folder.node()).isEqualTo(node);
    }
}
