package dev.baton.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.Browser;
import dev.baton.support.PlayedOverHttp;
import org.junit.jupiter.api.Test;

/** Who knows a step by what they signed, questions to them, and a step that is handed on by two signatures. */
class ExpertiseIT extends PlayedOverHttp {

    @Test
    void whoToldItKnowsItIsAskedAndHandsItOn() {
        var transfer = startedTransfer("Who knows what");
        var step = firstStep(transfer);
        assertThat(ok(call("lead", "GET", "/api/expertise?step=" + step, null))
                        .path("busFactor")
                        .asInt())
                .isZero();
        tell(transfer, "expert1", "Known by one");
        var known = ok(call("receiver1", "GET", "/api/expertise?step=" + step, null));
        assertThat(known.path("busFactor").asInt()).isEqualTo(1);
        assertThat(known.at("/people/0/username").asText()).isEqualTo("expert1");
        assertThat(known.at("/people/0/by/0").asText()).isEqualTo("told");

        var asked = call("receiver1", "POST", "/api/steps/" + step + "/questions", "{\"text\":\"Why twice?\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        var answers = "/api/step-questions/" + json(asked).path("id").asText() + "/answers";
        assertThat(call("expert1", "POST", answers, "{\"text\":\"Once is not enough.\"}")
                        .statusCode())
                .isEqualTo(201);
        var page = new Browser(url("")).login("receiver1", DEMO_PASSWORD);
        assertThat(page.ask("GET", "/steps/" + step + "/people", null).body())
                .contains("Why twice?", "Once is not enough.", "One person alone knows it");
        var risks =
                page.ask("GET", "/transfers/" + transfer + "/knowledge", null).body();
        assertThat(risks).contains("One person alone knows it").doesNotContain("Expert One");

        var carriers = ok(call("lead", "GET", "/api/steps/" + step + "/stewardship", null))
                .path("carriers");
        assertThat(carriers).isNotEmpty();
        var carrier = carriers.get(0).path("username").asText();
        var letGo = call(
                carrier,
                "POST",
                "/api/steps/" + step + "/stewardship",
                "{\"to\":\"receiver1\",\"lastWord\":\"Be kind to the old pump.\"," + signing(carrier) + "}");
        assertThat(letGo.statusCode()).as(letGo.body()).isEqualTo(201);
        var take = "/api/stewardship/" + json(letGo).path("id").asText() + "/take";
        assertThat(call("receiver2", "POST", take, "{" + signing("receiver2") + "}")
                        .statusCode())
                .isEqualTo(404);
        var taken = call("receiver1", "POST", take, "{\"firstWord\":\"I shall.\"," + signing("receiver1") + "}");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        var now = ok(call("lead", "GET", "/api/steps/" + step + "/stewardship", null));
        assertThat(now.at("/carriers/0/username").asText()).isEqualTo("receiver1");
        assertThat(now.at("/handovers/0/signatures")).hasSize(2);
        assertThat(page.ask("GET", "/steps/" + step + "/people", null).body())
                .contains("Be kind to the old pump.", "I shall.");
    }

    private static String signing(String who) {
        return "\"username\":\"" + who + "\",\"password\":\"" + DEMO_PASSWORD + "\"";
    }
}
