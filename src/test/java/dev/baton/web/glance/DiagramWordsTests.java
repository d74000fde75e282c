package dev.baton.web.glance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;

/** Whatever is written in a diagram can be read in both languages. */
class DiagramWordsTests {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    @Test
    void everyNameInADiagramHasItsWordsInBothLanguages() throws IOException {
        var english = words("/messages/diagrams.properties");
        var german = words("/messages/diagrams_de.properties");
        var keys = new TreeSet<String>();
        for (var name : drawn()) {
            var key = "diagram." + GlanceWords.key(name);
            keys.add(key);
            assertThat(english.getProperty(key)).as(key).isEqualToIgnoringCase(name);
            assertThat(german.getProperty(key)).as(key).isNotBlank();
        }
        assertThat(english.stringPropertyNames())
                .as("words of nothing that is drawn")
                .isEqualTo(keys);
    }

    /** The names of everything but messages and signals, which nobody sees. */
    private static TreeSet<String> drawn() throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.newDirectoryStream(Path.of("bpmn"), "*.bpmn")) {
            for (var file : files) {
                var model = Bpmn.readModelFromFile(file.toFile());
                for (var type : model.getModel().getTypes()) {
                    model.getModelElementsByType(type).stream()
                            .filter(one -> !(one instanceof Message) && !(one instanceof Signal))
                            .map(DiagramWordsTests::name)
                            .filter(name -> !name.isEmpty())
                            .forEach(names::add);
                }
            }
        }
        return names;
    }

    private static String name(ModelElementInstance one) {
        var name = one.getElementType().getTypeNamespace().startsWith("http://camunda")
                ? null
                : one.getAttributeValue("name");
        return name == null ? "" : SPACE.matcher(name).replaceAll(" ").strip();
    }

    private static Properties words(String file) throws IOException {
        var words = new Properties();
        try (InputStream in = DiagramWordsTests.class.getResourceAsStream(file)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }
}
