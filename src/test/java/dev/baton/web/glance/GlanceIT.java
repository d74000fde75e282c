package dev.baton.web.glance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.support.Browser;
import dev.baton.support.PlayedOverHttp;
import dev.baton.support.Statements;
import java.io.StringReader;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The sample at a glance: numbers that agree with the records behind them, and pictures of all of its steps. */
class GlanceIT extends PlayedOverHttp {

    private JsonNode read(String person, String path) {
        var response = call(person, "GET", path, null);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return json(response);
    }

    private Browser browser(String person) {
        return new Browser(url("")).login(person, DEMO_PASSWORD);
    }

    private String sample() {
        return StreamSupport.stream(read("lead", "/api/transfers").path("items").spliterator(), false)
                .filter(transfer -> transfer.path("name").asText().startsWith("LAIV"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    @Test
    void theDashboardCountsWhatTheListsHold() {
        var transfer = sample();
        var board = read("lead", "/api/transfers/" + transfer + "/dashboard");
        var coverage = read("lead", "/api/transfers/" + transfer).path("coverage");
        var reached = board.path("reached");
        assertThat(reached.at("/told/count").asInt())
                .isEqualTo(coverage.path("captured").asInt());
        assertThat(reached.at("/reviewed/count").asInt())
                .isEqualTo(coverage.path("reviewed").asInt());
        assertThat(reached.at("/approved/count").asInt())
                .isEqualTo(coverage.path("approved").asInt());
        assertThat(reached.at("/transferred/count").asInt())
                .isEqualTo(coverage.path("transferred").asInt());
        var weeks = board.at("/burnUp/weeks");
        assertThat(weeks.get(weeks.size() - 1).path("told").asInt())
                .isEqualTo(coverage.path("captured").asInt());
        var gate = read("lead", "/api/transfers/" + transfer + "/gate");
        assertThat(board.at("/readiness/total").asInt())
                .isEqualTo(gate.path("missing").size());
        assertThat(board.path("leaks").isMissingNode())
                .as("unknown is null, never left out")
                .isFalse();
        var inReview = 0;
        for (var age : board.at("/openWork/ages")) {
            var link = age.path("link").asText();
            if (link.contains("state=")) {
                var state = link.substring(link.indexOf("state=") + 6);
                var items = read("quality", "/api/items?limit=200&transfer=" + transfer + "&state=" + state);
                assertThat(items.path("items"))
                        .as(link)
                        .filteredOn(item -> !item.path("inRework").asBoolean())
                        .hasSize(age.path("total").asInt());
                inReview += age.path("total").asInt();
            }
        }
        assertThat(inReview).as("some of the sample are in review").isPositive();
    }

    @Test
    void everyLinkOfTheDashboardLeadsSomewhere() {
        var board = read("lead", "/api/transfers/" + sample() + "/dashboard");
        var lead = browser("lead");
        board.findValuesAsText("link").stream()
                .distinct()
                .filter(link -> !link.equals("null"))
                .forEach(link -> assertThat(lead.ask("GET", link.replaceAll("#.*", ""), null)
                                .statusCode())
                        .as(link)
                        .isEqualTo(200));
    }

    @Test
    void aDashboardOfManyItemsCostsAsManyStatementsAsOneOfFew() {
        var transfer = startedTransfer("Glanced at");
        approve(tell(transfer, "expert1", "The first of all"));
        tell(transfer, "expert1", "The first in review");
        Runnable dashboard = () -> read("lead", "/api/transfers/" + transfer + "/dashboard");
        var few = Statements.least(dashboard);
        for (int i = 0; i < 3; i++) {
            approve(tell(transfer, "expert1", "One more approved " + i));
            tell(transfer, "expert2", "One more in review " + i);
        }
        assertThat(Statements.least(dashboard)).isEqualTo(few);
    }

    @Test
    void theMapHasEveryStepInEveryColour() throws Exception {
        var transfer = sample();
        var steps =
                read("lead", "/api/transfers/" + transfer + "/steps?limit=200").path("items");
        for (var colour : List.of("coverage", "risk", "hidden-factory", "demonstration")) {
            var answer =
                    call("receiver1", "GET", "/api/transfers/" + transfer + "/process-map.svg?colour=" + colour, null);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("image/svg+xml");
            var svg = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(answer.body())));
            var links = svg.getElementsByTagName("a");
            assertThat(links.getLength()).isEqualTo(steps.size());
            for (int i = 0; i < links.getLength(); i++) {
                var step = (Element) links.item(i);
                assertThat(step.getAttribute("href"))
                        .isEqualTo("/steps/" + steps.get(i).path("id").asText());
                assertThat(step.getElementsByTagName("title").item(0).getTextContent())
                        .isEqualTo(steps.get(i).path("name").asText());
            }
        }
        var wrong = call("lead", "GET", "/api/transfers/" + transfer + "/process-map.svg?colour=red", null);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("coverage, risk, hidden-factory or demonstration");
    }

    @Test
    void theWorkflowSaysWhereItStandsAndNamesNobody() {
        var transfer = sample();
        var lead = browser("lead");
        for (var process : List.of("site-transfer", "knowledge-capture", "item-review", "demonstration")) {
            var page = lead.ask("GET", "/transfers/" + transfer + "/workflow?process=" + process, null);
            assertThat(page.statusCode()).as(process).isEqualTo(200);
            assertThat(page.body()).as(process).contains("class=\"here\"").doesNotContain("expert1", "Expert One");
        }
        assertThat(lead.ask("GET", "/transfers/" + transfer + "/workflow?process=nothing", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser("expert1")
                        .ask("GET", "/transfers/" + transfer + "/workflow", null)
                        .statusCode())
                .isEqualTo(403);
    }
}
