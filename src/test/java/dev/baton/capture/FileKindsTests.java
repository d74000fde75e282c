package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.capture.CaptureRefusals.FileRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ending and first bytes must agree. */
class FileKindsTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "a.jpg, ffd8ffe000104a46494600010100000100010000, image/jpeg",
        "a.JPEG, ffd8ffe000104a46494600010100000100010000, image/jpeg",
        "a.png, 89504e470d0a1a0a0000000d49484452, image/png",
        "a.gif, 474946383961010001000000, image/gif",
        "a.webp, 524946462400000057454250565038204000, image/webp",
        "a.heic, 00000018667479706865696300000000, image/heic",
        "a.mp4, 000000186674797069736f6d00000200, video/mp4",
        "a.mp4, 00000018667479706d70343200000000, video/mp4",
        "a.mov, 00000014667479707174202000000200, video/quicktime",
        "a.m4a, 00000018667479704d34412000000000, audio/mp4",
        "a.webm, 1a45dfa39f4286810142f7810142f2810442f381084282847765626d, video/webm",
        "a.mp3, 49443303000000000000, audio/mpeg",
        "a.wav, 524946462400000057415645666d7420, audio/wav",
        "a.ogg, 4f67675300020000000000000000, audio/ogg",
        "a.pdf, 255044462d312e370a, application/pdf",
    })
    void knownKindsAreTaken(String name, String hex, String mediaType) throws IOException {
        assertThat(FileKinds.mediaType(name, file(HexFormat.of().parseHex(hex))))
                .isEqualTo(mediaType);
    }

    @ParameterizedTest
    @CsvSource({
        "a.jpg, 89504e470d0a1a0a0000000d49484452",
        "a.png, 4d5a90000300000004000000ffff0000",
        "a.pdf, 504b0304140000000800",
        "a.txt, 4d5a90000300000004000000ffff0000",
        "a.mp4, 3c68746d6c3e3c626f64793e",
        "a.txt, 3c21444f43545950452068746d6c3e3c68746d6c3e3c626f64793e",
        "a.txt, 3c3f786d6c2076657273696f6e3d22312e30223f3e3c737667207a3d2262223e",
        "a.docx, d0cf11e0a1b11ae10000000000000000",
    })
    void anEndingThatHidesSomethingElseIsRefused(String name, String hex) throws IOException {
        var file = file(HexFormat.of().parseHex(hex));
        assertThatThrownBy(() -> FileKinds.mediaType(name, file)).isInstanceOf(FileRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"a.exe", "a.svg", "a.html", "a.zip", "a.xlsm", "a", "a.jpg.js"})
    void endingsOffTheListAreRefused(String name) {
        assertThatThrownBy(() -> FileKinds.checkEnding(name)).isInstanceOf(FileRefused.class);
    }

    @Test
    void textIsText() throws IOException {
        assertThat(FileKinds.mediaType("a.txt", file("Just words, über all.\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("text/plain");
        assertThat(FileKinds.mediaType("a.csv", file("egg,held\n1,3 s\n".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("text/csv");
    }

    @Test
    void officeFilesHaveTheirMainPartAndNoMacros() throws IOException {
        assertThat(FileKinds.mediaType("a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml")))
                .endsWith("spreadsheetml.sheet");
        var other = zip("[Content_Types].xml", "word/document.xml");
        assertThatThrownBy(() -> FileKinds.mediaType("a.xlsx", other)).isInstanceOf(FileRefused.class);
        var macros = zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");
        assertThatThrownBy(() -> FileKinds.mediaType("a.docx", macros)).isInstanceOf(FileRefused.class);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "f", ".tmp"), bytes);
    }

    private Path zip(String... parts) throws IOException {
        var file = Files.createTempFile(folder, "z", ".tmp");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
