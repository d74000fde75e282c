package dev.baton.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.support.RunningBaton;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The hidden factory of the sample, as the API gives it: from signed answers, each figure with where it comes from. */
class HiddenFactoryIT extends RunningBaton {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theSampleShowsWhatItsReportsDoNot() {
        var factory = json("auditor", "/api/transfers/" + sample() + "/hidden-factory");
        assertThat(factory.path("stepsTold").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(factory.path("stepsTotal").asInt()).isEqualTo(24);
        assertThat(factory.path("steps")).hasSize(24);

        double rolled = 1;
        double reported = 1;
        for (var step : factory.path("steps")) {
            if (!step.path("firstTimeYield").isNull()) {
                rolled *= step.path("firstTimeYield").asDouble();
                reported *= step.path("reportedYield").asDouble();
            }
        }
        assertThat(factory.path("rolledThroughputYield").asDouble()).isCloseTo(rolled, within(1e-6));
        assertThat(factory.path("reportedYield").asDouble()).isCloseTo(reported, within(1e-6));
        assertThat(factory.path("gapPercentagePoints").asDouble()).isCloseTo(100 * (reported - rolled), within(1e-4));
        assertThat(factory.path("notes").toString()).contains("at most this");

        var clarify = step(factory, "4.1");
        assertThat(clarify.path("rank").asInt()).isEqualTo(1);
        assertThat(clarify.path("firstTimeYield").decimalValue()).isEqualByComparingTo("0.72");
        assertThat(clarify.path("loopsPerBatch").decimalValue()).isEqualByComparingTo("0.8");
        assertThat(clarify.path("minutesPerBatch").decimalValue()).isEqualByComparingTo("23");
        assertThat(clarify.path("items")).hasSize(1);
        var source =
                json("auditor", "/api/items/" + clarify.at("/items/0/itemId").asText());
        assertThat(source.at("/answers/units-right/value").asText()).isEqualTo("36");

        var untold = step(factory, "1.1");
        for (var figure : new String[] {
            "firstTimeYield", "reportedYield", "gapPercentagePoints", "loopsPerBatch", "minutesPerBatch", "rank"
        }) {
            assertThat(untold.has(figure)).as(figure).isTrue();
            assertThat(untold.path(figure).isNull()).as(figure).isTrue();
        }
        assertThat(untold.path("notes").toString()).contains("Nobody has told of it");
    }

    /** The receiving site does not see what quality has not looked at; its figures do not rest on it either. */
    @Test
    void figuresRestOnWhatTheReaderMaySee() {
        for (var person : new String[] {"lead", "expert3", "receiver1", "quality", "auditor"}) {
            var factory = json(person, "/api/transfers/" + sample() + "/hidden-factory");
            for (var step : factory.path("steps")) {
                for (var item : step.path("items")) {
                    assertThat(call(
                                            person,
                                            "GET",
                                            "/api/items/" + item.path("itemId").asText(),
                                            null)
                                    .statusCode())
                            .isEqualTo(200);
                }
            }
        }
    }

    private static JsonNode step(JsonNode factory, String number) {
        return StreamSupport.stream(factory.path("steps").spliterator(), false)
                .filter(step -> step.path("step").asText().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private String sample() {
        return StreamSupport.stream(json("lead", "/api/transfers").path("items").spliterator(), false)
                .filter(transfer ->
                        transfer.path("name").asText().equals("LAIV bulk and fill, California to Liverpool"))
                .map(transfer -> transfer.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode json(String person, String path) {
        var answer = call(person, "GET", path, null);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
