package dev.baton.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.audit.export.SampleExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java verifier finds every tampering at its first bad place, and is silent about what nobody touched. */
class VerifierTests {

    private static final JavaVerifier VERIFIER = new JavaVerifier();

    @TempDir
    Path folder;

    static Stream<Tampering> tamperings() {
        return Tampering.all().stream();
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void everyTamperingIsFoundAtItsFirstBadPlace(Tampering tampering) {
        var file = export(7, 14, false, true);
        var workbook = new Package(file);
        tampering.with().accept(workbook);
        workbook.write(file);

        var answer = VERIFIER.verify(file, null);

        assertThat(answer.status()).as(String.join("\n", answer.lines())).isEqualTo(tampering.status());
        assertThat(answer.first()).startsWith(tampering.first());
    }

    @Test
    void whatNobodyTouchedIsValid() {
        for (int seed = 0; seed < 20; seed++) {
            var answer = VERIFIER.verify(export(seed, seed * 3, seed % 5 == 0, seed % 2 == 0), null);

            assertThat(answer.status())
                    .as(seed + "\n" + String.join("\n", answer.lines()))
                    .isZero();
            assertThat(answer.lines()).last().isEqualTo("Look: as exported.");
        }
    }

    @Test
    void theSourceIsOneFileThatAnAuditorsEngineerCanRead() throws IOException {
        assertThat(Files.readAllLines(JavaVerifier.SOURCE)).hasSizeLessThan(400);
        assertThat(Files.readString(JavaVerifier.SOURCE)).doesNotContain("java.net", "Runtime", "ProcessBuilder");
    }

    private Path export(long seed, int size, boolean longTexts, boolean complete) {
        var file = folder.resolve("export-" + seed + ".xlsx");
        SampleExport.write(file, seed, size, longTexts, complete);
        return file;
    }
}
