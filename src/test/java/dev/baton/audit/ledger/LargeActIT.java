package dev.baton.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An act that leaves more entries than are sealed at once. */
class LargeActIT {

    private static final int ENTRIES = 2 * Sealer.ENTRIES_AT_ONCE + 1;

    @TempDir
    Path folder;

    @Test
    void isSealedWithoutGapsAndWhatFollowsAsWell() throws Exception {
        try (var trail = new SampleTrail(folder.resolve("pg"))) {
            trail.fill(ENTRIES);
            trail.seal();
            assertThat(trail.verify(0)).isEqualTo(ENTRIES);
            trail.fill(3);
            trail.seal();
            assertThat(trail.verify(0)).isEqualTo(ENTRIES + 3);
        }
    }
}
