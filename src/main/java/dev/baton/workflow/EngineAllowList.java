package dev.baton.workflow;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that Camunda's web applications and their API answer to. What is not here is refused to everyone, so an
 * addition is a decision: it must be something Tasklist cannot do without, or that the administrator reads in Cockpit.
 *
 * <p>Patterns match the address as it was sent, undecoded: whoever writes a letter as {@code %74}, doubles a slash or
 * adds a path parameter meets no pattern.
 */
final class EngineAllowList {

    /** What the body of an allowed request may be. */
    enum Body {
        /** No body. */
        NONE,
        /** JSON that restricts a query. */
        QUERY,
        /** JSON with exactly the person's own user name. */
        OWN_USER
    }

    private record Rule(Set<String> methods, Pattern path, @Nullable Set<String> parameters, Body body) {}

    private static final String ID = "[0-9a-f-]{36}";
    private static final String DEFINITION = "[A-Za-z][A-Za-z0-9_-]*(?::|%3A)[0-9]+(?::|%3A)" + ID;
    private static final String FILE = "[A-Za-z0-9_-][A-Za-z0-9_.-]*";
    private static final String FILES = "(?:/" + FILE + ")*/?";
    private static final String NAME = "[A-Za-z0-9._-]+";
    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final Set<String> GET = Set.of("GET");
    private static final Set<String> POST = Set.of("POST");

    private static final List<Rule> EVERYBODY = List.of(
            rule(GET, "/camunda/app/tasklist" + FILES),
            rule(GET, "/camunda/(?:lib|assets)" + FILES),
            rule(GET, "/camunda/favicon\\.ico"),
            rule(GET, "/camunda/api/tasklist/plugin/" + FILE + "/static" + FILES),
            rule(GET, "/camunda/api/engine/engine/?"),
            rule(GET, "/camunda/api/admin/auth/user/default"),
            rule(POST, "/camunda/api/admin/auth/user/default/logout"),
            rule(Set.of("GET", "OPTIONS"), ENGINE + "filter"),
            rule(GET, ENGINE + "filter/count"),
            rule(GET, ENGINE + "user/" + NAME + "/profile"),
            rule(GET, ENGINE + "task/" + ID + "(?:/form|/form-variables|/comment|/identity-links)?"),
            new Rule(
                    GET,
                    Pattern.compile(ENGINE + "task"),
                    Set.of("assignee", "processInstanceId", "maxResults"),
                    Body.NONE),
            rule(GET, ENGINE + "history/user-operation(?:/count)?"),
            rule(GET, ENGINE + "process-definition/" + DEFINITION + "/xml"));

    /** What moves something; never for the administrator, who has every right in the engine but none in a transfer. */
    private static final List<Rule> PEOPLE = List.of(
            new Rule(POST, Pattern.compile(ENGINE + "task/" + ID + "/claim"), null, Body.OWN_USER),
            rule(POST, ENGINE + "task/" + ID + "/unclaim"));

    private static final List<Rule> QUERIES =
            List.of(new Rule(POST, Pattern.compile(ENGINE + "filter/" + ID + "/list"), null, Body.QUERY));

    private static final String READABLE = "(?:authorization|batch|decision-definition|decision-requirements-definition"
            + "|deployment|execution|external-task|filter|group|history|identity|incident|job|job-definition"
            + "|process-definition|process-instance|task|tenant|user|variable-instance|version)";
    private static final String SEGMENTS = "(?:/(?:[A-Za-z0-9_-][A-Za-z0-9_.:@-]*|%3A)+)*/?";
    private static final String QUERIED = "(?:history/)?(?:activity-instance|batch|decision-instance|execution"
            + "|external-task|external-task-log|incident|job|job-log|process-instance|task|variable-instance)";

    /** What Cockpit and Admin read. They ask some of their questions by POST; none of these changes anything. */
    private static final List<Rule> ADMIN = List.of(
            rule(GET, "/camunda/app/(?:cockpit|admin|welcome)" + FILES),
            rule(GET, "/camunda/api/(?:cockpit|admin|welcome)/plugin/" + FILE + "/static" + FILES),
            rule(GET, "/camunda/api/(?:cockpit|admin)/plugin/" + FILE + "/default" + SEGMENTS),
            rule(GET, ENGINE + READABLE + SEGMENTS),
            rule(Set.of("OPTIONS"), ENGINE + "(?:authorization|batch|deployment|group|tenant|user)" + SEGMENTS),
            query(ENGINE + QUERIED + "(?:/count)?"),
            query("/camunda/api/cockpit/plugin/base/default/(?:process-definition|process-instance|incident)"
                    + "(?:/count)?"),
            query("/camunda/api/cockpit/plugin/base/default/process-definition/[A-Za-z0-9_.:%-]+"
                    + "/called-process-definitions"),
            query("/camunda/api/cockpit/plugin/base/default/process-instance/" + ID + "/called-process-instances"));

    private EngineAllowList() {}

    /**
     * What may be asked.
     *
     * @param path the address as it was sent, without the context path
     * @param parameters names of the query's parameters
     * @return what its body may be, or null when it may not be asked at all
     */
    static @Nullable Body allowed(String method, String path, Set<String> parameters, boolean admin) {
        var rules = admin ? List.of(EVERYBODY, QUERIES, ADMIN) : List.of(EVERYBODY, QUERIES, PEOPLE);
        for (var list : rules) {
            for (var rule : list) {
                if (rule.methods.contains(method)
                        && rule.path.matcher(path).matches()
                        && (rule.parameters == null || rule.parameters.containsAll(parameters))) {
                    return rule.body;
                }
            }
        }
        return null;
    }

    private static Rule rule(Set<String> methods, String path) {
        return new Rule(methods, Pattern.compile(path), null, Body.NONE);
    }

    private static Rule query(String path) {
        return new Rule(POST, Pattern.compile(path), null, Body.QUERY);
    }
}
