package dev.baton.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The tables of {@code src/test/resources/authority}: every address with what is sent and how each role is answered. */
public final class AuthorityTables {

    private static final Path TABLES = Path.of("src/test/resources/authority");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?:=([\\w-]+))?}");
    private static final String NOBODYS_ID = "00000000-0000-4000-8000-000000000000";

    private AuthorityTables() {}

    /** One line of a table: an address and how each role is answered. */
    public record Row(String method, String path, String sends, Map<String, String> answers) {

        /** Method and path with empty braces for each variable. */
        public String mapped() {
            return method + " " + withoutNames(path.replaceFirst("\\?.*", ""));
        }

        /** The path with these things in place of its variables, by their name or by the word before them. */
        public String filled(Map<String, String> things) {
            return VARIABLE.matcher(path).replaceAll(found -> {
                var named = found.group(2);
                return things.getOrDefault(
                        named != null ? named : word(path.substring(0, found.start()), found.group(1), things),
                        NOBODYS_ID);
            });
        }

        /** What stands for a path variable: the word before it in the path, in the singular, else its own name. */
        private static String word(String before, String name, Map<String, String> things) {
            var segments = before.split("/", -1);
            var word = segments[segments.length - 2];
            var one = word.equals("people") ? "person" : word.equals("thanks") ? word : word.replaceFirst("s$", "");
            return things.containsKey(one) ? one : name;
        }
    }

    /** A path with empty braces for each variable. */
    public static String withoutNames(String path) {
        return VARIABLE.matcher(path.replaceAll(":[^}]*}", "}")).replaceAll("{}");
    }

    /** All lines of all tables; each table must have a column for each of these roles. */
    public static List<Row> rows(Collection<String> columns) {
        try (var files = Files.list(TABLES)) {
            var rows = new ArrayList<Row>();
            for (var file : files.filter(name -> name.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                var lines = Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("|"))
                        .map(AuthorityTables::cells)
                        .toList();
                var roles = lines.get(0);
                assertThat(roles.subList(2, roles.size()))
                        .as("roles of " + file)
                        .containsExactlyElementsOf(columns);
                lines.subList(2, lines.size()).forEach(cells -> rows.add(row(cells, roles)));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        var parts = line.split("\\|", -1);
        return Arrays.stream(parts).map(String::strip).toList().subList(1, parts.length - 1);
    }

    private static Row row(List<String> cells, List<String> roles) {
        assertThat(cells).as("cells of " + cells.get(0)).hasSameSizeAs(roles);
        var answers = new LinkedHashMap<String, String>();
        for (var i = 2; i < roles.size(); i++) {
            answers.put(roles.get(i), cells.get(i));
        }
        var address = cells.get(0).split(" ", 2);
        return new Row(address[0], address[1], cells.get(1), answers);
    }
}
