package dev.baton.workflow.engine;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What a process may hold. A diagram is code once the engine runs it, so nothing in it may compute: no scripts, no
 * classes or methods by name, no event that takes a user task away past the guard.
 */
final class ModelRules {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}?");
    private static final Pattern ALLOWED = Pattern.compile("\\$\\{!?[a-z][A-Za-z0-9]*}"
            + "|\\$\\{[a-z][A-Za-z0-9]* [=!]= '[A-Za-z0-9-]*'}"
            + "|#\\{execution\\.processBusinessKey}");
    private static final Pattern BEAN = Pattern.compile("\\$\\{[a-z][A-Za-z0-9]*}");

    private static final Set<String> FORBIDDEN_ELEMENTS = Set.of("scriptTask", "script", "connector");
    private static final Set<String> FORBIDDEN_ATTRIBUTES =
            Set.of("class", "expression", "scriptFormat", "language", "historyTimeToLive", "errorCodeVariable");
    private static final Set<String> PAST_THE_GUARD = Set.of("errorEventDefinition", "escalationEventDefinition");

    private ModelRules() {}

    /** Tells every breach below this element, each with its line. */
    static void check(Element element, Consumer<String> breach) {
        var tag = element.getTagName();
        var at = " (line " + element.getLine() + ")";
        if (FORBIDDEN_ELEMENTS.contains(tag)) {
            breach.accept("element " + tag + at);
        }
        if (tag.equals("boundaryEvent")
                && element.elements().stream().anyMatch(child -> PAST_THE_GUARD.contains(child.getTagName()))) {
            breach.accept("boundary event that bypasses the guard of its task" + at);
        }
        for (var key : element.attributes()) {
            var name = key.substring(key.lastIndexOf(':') + 1);
            var value = value(element, key);
            if (FORBIDDEN_ATTRIBUTES.contains(name)) {
                breach.accept("attribute " + name + " on " + tag + at);
            } else if (name.equals("delegateExpression") && !BEAN.matcher(value).matches()) {
                breach.accept("delegate that is no bean: " + value + at);
            } else {
                checkText(value, at, breach);
            }
        }
        checkText(element.getText(), at, breach);
        element.elements().forEach(child -> check(child, breach));
    }

    private static String value(Element element, String key) {
        var value = element.attribute(key);
        return value == null ? "" : value;
    }

    private static void checkText(String text, String at, Consumer<String> breach) {
        var found = EXPRESSION.matcher(text);
        while (found.find()) {
            if (!ALLOWED.matcher(found.group()).matches()) {
                breach.accept("expression " + found.group() + at);
            }
        }
    }
}
