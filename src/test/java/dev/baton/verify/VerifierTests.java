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
            assertThat(answer.lines().get(0)).startsWith("VALID: all is as Baton wrote it");
        }
    }

    @Test
    void anEngineerCanReadTheJavaFileInOneSitting() throws IOException {
        var lines = Files.readAllLines(JavaVerifier.SOURCE);

        assertThat(lines).hasSizeLessThan(400).allMatch(line -> line.length() <= 120 && !line.contains("\t"));
    }

    @Test
    void bothAreSingleFilesThatReachForNothingElse() throws IOException {
        assertThat(Files.readString(JavaVerifier.SOURCE))
                .doesNotContain("java.net", "Runtime.", "ProcessBuilder", "Files.write");
        assertThat(Files.readString(BrowserVerifier.SOURCE))
                .contains("default-src 'none'")
                .doesNotContain(
                        "http-equiv=\"refresh", " src=", "@import", "fetch(", "XMLHttpRequest", "innerHTML", "eval(");
    }

    private Path export(long seed, int size, boolean longTexts, boolean complete) {
        var file = folder.resolve("export-" + seed + ".xlsx");
        SampleExport.write(file, seed, size, longTexts, complete);
        return file;
    }
}
