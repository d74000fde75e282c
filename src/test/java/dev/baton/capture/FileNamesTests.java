package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.capture.CaptureRefusals.FileRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of evidence files: kept exactly, or refused. */
class FileNamesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../../etc/passwd.txt",
                "a/b.txt",
                "a\\b.txt",
                "C:\\x.txt",
                "a\u0000.txt",
                "a\r\nSet-Cookie: x.txt",
                "\u202etxt.exe.jpg",
                "a\u200b.txt",
                "a\ud800.txt",
                "NUL",
                "con.txt",
                "LPT1.pdf",
                "aux.jpg",
                "COM9.csv",
                ".htaccess.txt",
                "a.txt.",
                "a.txt ",
                " a.txt",
                "a\u2028b.txt",
                "a\u007f.txt"
            })
    void dangerousNamesAreRefused(String name) {
        assertThatThrownBy(() -> FileNames.check(name)).isInstanceOf(FileRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "egg.jpg",
                "Ei über Licht.jpg",
                "卵.png",
                "e\u0301.txt",
                "👩\u200d🔬 at work.mp4",
                "=1+1.csv",
                "a;b.txt",
                "\"q\".pdf",
                "console.txt"
            })
    void ordinaryNamesAreKept(String name) {
        assertThatCode(() -> FileNames.check(name)).doesNotThrowAnyException();
    }

    @Test
    void countsBytesNotCharacters() {
        assertThatCode(() -> FileNames.check("x".repeat(251) + ".txt")).doesNotThrowAnyException();
        assertThatThrownBy(() -> FileNames.check("x".repeat(252) + ".txt")).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> FileNames.check("卵".repeat(84) + ".txt")).isInstanceOf(FileRefused.class);
    }

    @Test
    void findsTheLastEnding() {
        assertThat(FileNames.extension("photo.exe.JPG")).isEqualTo("jpg");
        assertThat(FileNames.extension("none")).isEmpty();
    }
}
