package dev.baton.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.Texts;
import dev.baton.support.Browser;
import dev.baton.support.PlayedOverHttp;
import dev.baton.support.Statements;
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
        var letting = "/api/steps/" + step + "/stewardship";
        var words = "{\"to\":\"receiver1\",\"lastWord\":\"Be kind to the old pump.\"," + signing(carrier) + "}";
        var declined = call(carrier, "POST", letting, words);
        assertThat(declined.statusCode()).as(declined.body()).isEqualTo(201);
        assertThat(call(carrier, "POST", letting, words).statusCode())
                .as("one hand-over at a time")
                .isEqualTo(403);
        var end = "/api/stewardship/" + json(declined).path("id").asText() + "/end";
        assertThat(call("receiver2", "POST", end, "{\"reason\":\"Not mine.\"}").statusCode())
                .isEqualTo(404);
        assertThat(call("receiver1", "POST", end, "{\"reason\":\" \"}").statusCode())
                .isEqualTo(422);
        assertThat(call("receiver1", "POST", end, "{\"reason\":\"My shift changes.\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(call(carrier, "POST", end, "{\"reason\":\"I keep it.\"}").statusCode())
                .as("ended already")
                .isEqualTo(404);
        var letGo = call(carrier, "POST", letting, words);
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

    @Test
    void whatWasTypedIsStillThereWhenItIsRefused() {
        var transfer = startedTransfer("Typed and refused");
        var step = firstStep(transfer);
        tell(transfer, "expert1", "Asked about at length");
        var asked = json(call("receiver1", "POST", "/api/steps/" + step + "/questions", "{\"text\":\"Why?\"}"))
                .path("id")
                .asText();
        var tooLong = "much+".repeat(Texts.LONGEST_ANSWER / 5 + 1);
        var page = "/steps/" + step + "/people";

        refused("receiver1", page + "/questions", "text=Ask+" + tooLong, "Ask much much");
        refused("expert1", page + "/questions/" + asked, "text=Answer+" + tooLong, "Answer much much");
        var carrier = ok(call("lead", "GET", "/api/steps/" + step + "/stewardship", null))
                .at("/carriers/0/username")
                .asText();
        var heirs = refused(
                carrier,
                page + "/let-go",
                "to=receiver2&username=" + carrier + "&password=" + DEMO_PASSWORD + "&lastWord=Go+" + tooLong,
                "Go much much");
        assertThat(heirs).containsPattern("value=\"receiver2\"[^>]* selected");
    }

    @Test
    void theWholeHistoryOfAStepCostsAsManyStatementsAsItsBeginning() {
        var transfer = startedTransfer("Asked and handed on often");
        var step = firstStep(transfer);
        var carrier = ok(call("lead", "GET", "/api/steps/" + step + "/stewardship", null))
                .at("/carriers/0/username")
                .asText();
        var page = new Browser(url("")).login("lead", DEMO_PASSWORD);
        Runnable read = () -> assertThat(
                        page.ask("GET", "/steps/" + step + "/people", null).statusCode())
                .isEqualTo(200);
        askAndHandOn(step, carrier);
        var once = Statements.least(read);
        askAndHandOn(step, carrier);
        askAndHandOn(step, carrier);
        assertThat(Statements.least(read)).isEqualTo(once);
    }

    /** A question with its answer, and an offer that is not taken. */
    private void askAndHandOn(String step, String carrier) {
        var asked = json(call("receiver1", "POST", "/api/steps/" + step + "/questions", "{\"text\":\"Why twice?\"}"));
        var answers = "/api/step-questions/" + asked.path("id").asText() + "/answers";
        assertThat(call("expert1", "POST", answers, "{\"text\":\"Because.\"}").statusCode())
                .isEqualTo(201);
        var words = "{\"to\":\"receiver1\",\"lastWord\":\"Be kind.\"," + signing(carrier) + "}";
        var offered = call(carrier, "POST", "/api/steps/" + step + "/stewardship", words);
        assertThat(offered.statusCode()).as(offered.body()).isEqualTo(201);
        var end = "/api/stewardship/" + json(offered).path("id").asText() + "/end";
        assertThat(call("receiver1", "POST", end, "{\"reason\":\"Not yet.\"}").statusCode())
                .isEqualTo(204);
    }

    private String refused(String who, String path, String form, String kept) {
        var answer = new Browser(url(""))
                .login(who, DEMO_PASSWORD)
                .ask("POST", path, "application/x-www-form-urlencoded", form);
        assertThat(answer.statusCode()).as(path).isEqualTo(422);
        assertThat(answer.body()).contains(kept);
        return answer.body();
    }

    private static String signing(String who) {
        return "\"username\":\"" + who + "\",\"password\":\"" + DEMO_PASSWORD + "\"";
    }
}
