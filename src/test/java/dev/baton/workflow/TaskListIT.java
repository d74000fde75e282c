package dev.baton.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.Browser;
import dev.baton.support.PlayedOverHttp;
import dev.baton.support.Statements;
import org.junit.jupiter.api.Test;

/** A list of tasks costs the database the same for one task as for twenty. */
class TaskListIT extends PlayedOverHttp {

    @Test
    void twentyTasksCostAsManyStatementsAsTwo() {
        var transfer = startedTransfer("Many tasks");
        for (var i = 0; i < 10; i++) {
            begin(transfer, "expert3");
            tell(transfer, "expert1", "One of many " + i);
        }
        var browser = new Browser(url("")).login("expert3", DEMO_PASSWORD);
        assertThat(ok(browser.ask("GET", "/api/tasks?limit=20", null)).path("items"))
                .hasSize(20);

        var few = cost(browser, "/api/tasks?limit=2");
        var many = cost(browser, "/api/tasks?limit=20");

        assertThat(many).as("statements for twenty tasks").isEqualTo(few).isLessThanOrEqualTo(12);
    }

    private static long cost(Browser browser, String path) {
        return Statements.least(() -> ok(browser.ask("GET", path, null)));
    }
}
