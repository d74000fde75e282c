package dev.baton.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.support.WordFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents as word processors write them, and as nobody should. */
class ManualReaderTests {

    private static final String BILLION_LAUGHS =
            "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                    + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";

    @TempDir
    Path folder;

    @Test
    void headingsHaveTheirLevelAndNumbersAreThoseThatWordShows() throws IOException {
        var blocks = read(new WordFile()
                .heading(1, "5 Procedure")
                .heading(2, "5.1 Candle")
                .numbered(0, "Hold it to the light")
                .numbered(1, "blunt end up")
                .numbered(1, "tilted")
                .numbered(0, "Reject the dead")
                .numbered(2, "at once")
                .text("")
                .text("  Mind the trolley.  "));
        assertThat(blocks)
                .extracting(ManualBlock::level, ManualBlock::line)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "5 Procedure"),
                        org.assertj.core.groups.Tuple.tuple(2, "5.1 Candle"),
                        org.assertj.core.groups.Tuple.tuple(0, "1. Hold it to the light"),
                        org.assertj.core.groups.Tuple.tuple(0, "a) blunt end up"),
                        org.assertj.core.groups.Tuple.tuple(0, "b) tilted"),
                        org.assertj.core.groups.Tuple.tuple(0, "2. Reject the dead"),
                        org.assertj.core.groups.Tuple.tuple(0, "- at once"),
                        org.assertj.core.groups.Tuple.tuple(0, "Mind the trolley."));
    }

    @Test
    void whatWasStruckOutInRevisionIsNotInTheInstruction() throws IOException {
        var blocks = read(
                new WordFile()
                        .raw(
                                "<w:p><w:r><w:t>Stir </w:t></w:r><w:del><w:r><w:delText>twice</w:delText></w:r></w:del>"
                                        + "<w:ins><w:r><w:t>three times</w:t></w:r></w:ins><w:r><w:br/><w:t>and wait</w:t></w:r></w:p>"));
        assertThat(blocks).extracting(ManualBlock::text).containsExactly("Stir three times\nand wait");
    }

    @Test
    void aTableIsReadCellByCell() throws IOException {
        var blocks = read(new WordFile()
                .raw("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Step</w:t></w:r></w:p></w:tc>"
                        + "<w:tc><w:p><w:r><w:t>Do</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));
        assertThat(blocks).extracting(ManualBlock::text).containsExactly("Step", "Do");
    }

    @Test
    void entitiesAreNotReadAtAll() throws IOException {
        var laughing = new WordFile().prolog(BILLION_LAUGHS).raw("<w:p><w:r><w:t>&c;</w:t></w:r></w:p>");
        refused(laughing.bytes(), "workbook.not-docx");
        var secret = Files.writeString(folder.resolve("secret"), "do not tell");
        var curious = new WordFile()
                .prolog("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY f SYSTEM \"" + secret.toUri() + "\">]>")
                .raw("<w:p><w:r><w:t>&f;</w:t></w:r></w:p>");
        refused(curious.bytes(), "workbook.not-docx");
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        refused(new WordFile().raw("<w:p/>".repeat(3_000_000)).bytes(), "workbook.bomb");
    }

    @Test
    void aTextOfNoEndIsCutShort() throws IOException {
        refused(new WordFile().text(words(5_100_000)).bytes(), "workbook.bomb");
    }

    @Test
    void whatIsNoDocumentIsRefused() throws IOException {
        refused(new byte[0], "workbook.empty-file");
        refused("words".getBytes(java.nio.charset.StandardCharsets.UTF_8), "workbook.not-docx");
        refused(new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0}, "workbook.not-docx");
        var whole = new WordFile().heading(1, "x").bytes();
        refused(Arrays.copyOf(whole, whole.length / 2), "workbook.not-docx");
        refused(new WordFile().raw("<w:p><w:r>").bytes(), "workbook.not-docx");
        refused(Files.readAllBytes(Path.of("src/main/resources/sample/potency-assay-steps.xlsx")), "workbook.not-docx");
        assertThatThrownBy(() -> ManualReader.requireSize(ManualReader.LARGEST_FILE + 1))
                .isInstanceOf(WorkbookRefused.class);
    }

    private void refused(byte[] bytes, String messageKey) throws IOException {
        var file = Files.write(folder.resolve("bad.docx"), bytes);
        assertThatThrownBy(() -> new ManualReader().read(file))
                .isInstanceOfSatisfying(WorkbookRefused.class, refusal -> assertThat(refusal.messageKey())
                        .isEqualTo(messageKey));
    }

    private List<ManualBlock> read(WordFile document) throws IOException {
        return new ManualReader().read(Files.write(folder.resolve("sop.docx"), document.bytes()));
    }

    /** Text that does not pack well enough to look like a bomb to the unpacking. */
    private static String words(int length) {
        var random = new java.util.Random(7);
        var text = new StringBuilder(length);
        while (text.length() < length) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
