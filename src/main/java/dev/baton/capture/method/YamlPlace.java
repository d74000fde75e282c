package dev.baton.capture.method;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a definition file that knows its line, so that whatever is wrong there can be said with it. */
final class YamlPlace {

    private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9-]{0,59}");
    private static final int DEEPEST = 20;

    private final String file;
    private final Node node;

    private YamlPlace(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    /** The top of a file. Aliases are refused: a definition is read by people, from top to bottom. */
    static YamlPlace read(String file, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        try {
            Node top = new Yaml(new SafeConstructor(options)).compose(new java.io.StringReader(text));
            if (top == null) {
                throw new DefinitionWrong(file, 1, "the file is empty");
            }
            return new YamlPlace(file, top);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new DefinitionWrong(file, mark == null ? 1 : mark.getLine() + 1, String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            throw new DefinitionWrong(file, 1, String.valueOf(e.getMessage()));
        }
    }

    DefinitionWrong wrong(String reason) {
        return new DefinitionWrong(file, node.getStartMark().getLine() + 1, reason);
    }

    /** The entries of a map; a key that is not allowed, or given twice, is refused at its own line. */
    Map<String, YamlPlace> map(Set<String> allowed) {
        var entries = entries();
        entries.forEach((key, place) -> {
            if (!allowed.contains(key)) {
                throw place.wrong("\"" + key + "\" is not known here; known are " + new TreeSet<>(allowed));
            }
        });
        return entries;
    }

    Map<String, YamlPlace> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("here should be keys with values");
        }
        var entries = new LinkedHashMap<String, YamlPlace>();
        mapping.getValue().forEach(tuple -> {
            var key = new YamlPlace(file, tuple.getKeyNode());
            if (entries.put(key.text(), new YamlPlace(file, tuple.getValueNode())) != null) {
                throw key.wrong("\"" + key.text() + "\" stands here twice");
            }
        });
        return entries;
    }

    YamlPlace required(Map<String, YamlPlace> entries, String key) {
        return Optional.ofNullable(entries.get(key)).orElseThrow(() -> wrong("\"" + key + "\" is missing"));
    }

    List<YamlPlace> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("here should be a list");
        }
        var places = new ArrayList<YamlPlace>();
        sequence.getValue().forEach(each -> places.add(new YamlPlace(file, each)));
        return places;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw wrong("here should be a text");
        }
        return scalar.getValue().strip();
    }

    String id() {
        var id = text();
        if (!ID.matcher(id).matches()) {
            throw wrong("\"" + id + "\" is no id: a small letter, then letters, digits and hyphens, 60 at most");
        }
        return id;
    }

    BigDecimal number() {
        try {
            return new BigDecimal(text());
        } catch (NumberFormatException e) {
            throw wrong("\"" + text() + "\" is no number");
        }
    }

    int whole(int low, int high) {
        var number = number();
        try {
            var whole = number.intValueExact();
            if (whole >= low && whole <= high) {
                return whole;
            }
        } catch (ArithmeticException e) {
            throw wrong(number.toPlainString() + " is no whole number");
        }
        throw wrong(number.toPlainString() + " is not between " + low + " and " + high);
    }

    /** A text in English, or one in several languages of which English is one. */
    Told told() {
        if (node instanceof ScalarNode) {
            return new Told(Map.of("en", text()));
        }
        var languages = new LinkedHashMap<String, String>();
        entries().forEach((language, place) -> {
            if (!language.matches("[a-z]{2}")) {
                throw place.wrong("\"" + language + "\" is no language code of two letters");
            }
            languages.put(language, place.text());
        });
        if (!languages.containsKey("en")) {
            throw wrong("the English text (en) is missing");
        }
        return new Told(Map.copyOf(languages));
    }
}
