package dev.baton.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What a card is titled in the engine's English, Tasklist says in the same German as pages and mail. */
class TasklistWordsTests {

    private static final Path WORDS = Path.of("src/main/resources/static/baton/tasklist-words.js");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    @Test
    void tasklistKnowsEveryTitleThatWeFill() throws IOException {
        var script = Files.readString(WORDS);
        var english = read("trailreview.properties");
        var german = read("trailreview_de.properties");
        var titles = english.stringPropertyNames().stream()
                .filter(key -> key.startsWith("task.about."))
                .toList();

        assertThat(titles).isNotEmpty().allSatisfy(key -> assertThat(script)
                .contains("[/^"
                        + english.getProperty(key).replace("{0}", "(\\d+)").replace("{1}", "(\\d+)") + "$/, '"
                        + german.getProperty(key).replace("{0}", "$1").replace("{1}", "$2") + "']"));
    }

    private static Properties read(String file) throws IOException {
        var messages = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(file))) {
            messages.load(reader);
        }
        return messages;
    }
}
