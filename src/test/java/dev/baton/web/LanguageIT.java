package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.support.PlayedOverHttp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person's own choice of language, else the browser's, else English; what is on record is English. */
class LanguageIT extends PlayedOverHttp {

    private static final String NOWHERE = "/api/items/00000000-0000-4000-8000-000000000000";

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void asTheBrowserAsks() {
        assertThat(choose("null").statusCode()).isEqualTo(204);
    }

    @Test
    void whoeverIsNotKnownReadsWhatTheBrowserAsksFor() {
        assertThat(page("/login", "de-AT,de;q=0.9,en;q=0.8")).contains("<html lang=\"de\"", "Passwort");
        assertThat(page("/login", "fr-FR,de;q=0.5")).contains("<html lang=\"de\"");
        assertThat(page("/login", "fr-FR")).contains("<html lang=\"en\"", "Password");
    }

    @Test
    void aChosenLanguageGoesBeforeThatOfTheBrowser() {
        assertThat(as("receiver2", NOWHERE, "en").body()).contains("There is nothing here that you may see.");
        assertThat(choose("\"de\"").statusCode()).isEqualTo(204);

        assertThat(call("receiver2", "GET", "/api/me", null).body()).contains("\"language\":\"de\"");
        assertThat(as("receiver2", NOWHERE, "en").body()).contains("Hier ist nichts, was Sie sehen dürfen.");
        assertThat(as("receiver2", "/api/nowhere", "en").body()).contains("Nicht gefunden");
    }

    @Test
    void theChoiceIsOnRecord() {
        choose("\"de\"");

        assertThat(jdbc.sql("select new_value from audit_entry where username = 'receiver2' and field = 'language'"
                                + " order by no desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("de");
    }

    @Test
    void whatIsSignedIsKeptInEnglishWhateverItsSignerReads() {
        var transfer = startedTransfer("Signed in German");
        var task = begin(transfer, "expert3");
        var signed = decision("nothing-hidden")
                .put("version", open("expert3", task).path("version").asLong())
                .put("username", "expert3")
                .put("password", DEMO_PASSWORD);
        var answer = send(HttpRequest.newBuilder(URI.create(url("/api/tasks/" + task + "/complete")))
                .header("Authorization", basic("expert3", DEMO_PASSWORD))
                .header("Accept-Language", "de")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(signed.toString()))
                .build());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(jdbc.sql("select statement from nothing_hidden where transfer_id = ?")
                        .param(UUID.fromString(transfer))
                        .query(String.class)
                        .optional())
                .contains("I do it as written and know of nothing more.");
    }

    @Test
    void aLanguageThatNobodySpeaksHereIsRefused() {
        var refused = choose("\"tlh\"");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Baton does not speak “tlh”");
    }

    private HttpResponse<String> choose(String code) {
        return call("receiver2", "POST", "/api/me/language", "{\"language\": " + code + "}");
    }

    private String page(String path, String languages) {
        return send(HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Accept", "text/html")
                        .header("Accept-Language", languages)
                        .build())
                .body();
    }

    private HttpResponse<String> as(String person, String path, String languages) {
        return send(HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", basic(person, DEMO_PASSWORD))
                .header("Accept", "application/json")
                .header("Accept-Language", languages)
                .build());
    }
}
