package dev.baton.transfer.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.Yaml;

/** The action priority of a gap is the one that the method of failure analysis shows for the same scores. */
class ActionPriorityTests {

    @Test
    void allThousandCombinationsAgreeWithTheTableOfTheMethod() {
        var rows = table();
        assertThat(rows).hasSizeGreaterThan(40);
        IntStream.rangeClosed(1, 10)
                .forEach(severity -> IntStream.rangeClosed(1, 10).forEach(occurrence -> IntStream.rangeClosed(1, 10)
                        .forEach(detection -> assertThat(ActionPriority.of(severity, occurrence, detection)
                                        .code())
                                .as("severity %d, occurrence %d, detection %d", severity, occurrence, detection)
                                .isEqualTo(lookedUp(rows, severity, occurrence, detection)))));
    }

    @Test
    void aGraveEffectThatHappensOftenAsksForActionHoweverWellItIsSeen() {
        assertThat(ActionPriority.of(10, 8, 1)).isEqualTo(ActionPriority.HIGH);
        assertThat(ActionPriority.of(1, 10, 10)).isEqualTo(ActionPriority.LOW);
    }

    private static String lookedUp(List<List<Object>> rows, int severity, int occurrence, int detection) {
        return rows.stream()
                .filter(row -> in(row, 0, severity) && in(row, 2, occurrence) && in(row, 4, detection))
                .map(row -> ((Map<?, ?>) row.get(6)).get("en"))
                .map(said -> String.valueOf(said).toLowerCase(Locale.ROOT))
                .findFirst()
                .orElseThrow();
    }

    private static boolean in(List<Object> row, int from, int value) {
        return (Integer) row.get(from) <= value && value <= (Integer) row.get(from + 1);
    }

    @SuppressWarnings("unchecked")
    private static List<List<Object>> table() {
        try (var file = new FileSystemResource(Path.of("src/main/resources/methods/fmea.yaml")).getInputStream()) {
            return find(new Yaml().load(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<List<Object>> find(Object node) {
        if (node instanceof java.util.Map<?, ?> map) {
            if (map.get("rows") instanceof List<?> rows) {
                return (List<List<Object>>) rows;
            }
            return map.values().stream()
                    .map(ActionPriorityTests::find)
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }
        if (node instanceof List<?> list) {
            return list.stream()
                    .map(ActionPriorityTests::find)
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse(List.of());
        }
        return List.of();
    }
}
