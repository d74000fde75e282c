package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.support.RunningBaton;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account from its issue to its end: one-time password, own password, statement, lock-out, disabling. */
class AccountsIT extends RunningBaton {

    private static final String OWN_PASSWORD = "kettle orbit walnut fjord";

    @Autowired
    JdbcClient jdbc;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void aNewPersonChoosesAPasswordBeforeAnythingElse() throws Exception {
        var oneTime = issue("newcomer1", "receiver");
        assertThat(call("newcomer1", oneTime, "GET", "/api/transfers", null).statusCode())
                .isEqualTo(403);
        assertThat(tree(call("newcomer1", oneTime, "GET", "/api/me", null))
                        .get("mustChangePassword")
                        .asBoolean())
                .isTrue();

        var wrong = call("newcomer1", oneTime, "POST", "/api/me/password", passwords("no such password", OWN_PASSWORD));
        assertThat(wrong.statusCode()).isEqualTo(403);
        var weak = call("newcomer1", oneTime, "POST", "/api/me/password", passwords(oneTime, "password1234"));
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(tree(weak).at("/errors/0/where").asText()).isEqualTo("new");
        assertThat(call("newcomer1", oneTime, "POST", "/api/me/password", passwords(oneTime, OWN_PASSWORD))
                        .statusCode())
                .isEqualTo(204);

        assertThat(call("newcomer1", oneTime, "GET", "/api/me", null).statusCode())
                .isEqualTo(401);
        var me = tree(call("newcomer1", OWN_PASSWORD, "GET", "/api/me", null));
        assertThat(me.get("statementAccepted").asBoolean()).isFalse();
        assertThat(call("newcomer1", OWN_PASSWORD, "POST", "/api/me/statement", null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(acts("newcomer1")).contains("granted", "password-changed", "statement-accepted", "login-failed");
    }

    @Test
    void fiveWrongPasswordsCloseTheAccountEvenForTheRightOne() throws Exception {
        var oneTime = issue("newcomer2", "receiver");
        for (int i = 0; i < 5; i++) {
            assertThat(call("newcomer2", "wrong password " + i, "GET", "/api/me", null)
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(call("newcomer2", oneTime, "GET", "/api/me", null).statusCode())
                .isEqualTo(401);
        assertThat(acts("newcomer2")).contains("locked-out");
        var unlocked =
                call("admin", "PATCH", "/api/people/newcomer2", "{\"unlock\":true,\"reason\":\"asked by phone\"}");
        assertThat(unlocked.statusCode()).isEqualTo(200);
        assertThat(call("newcomer2", oneTime, "GET", "/api/me", null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void disablingTakesEffectAtOnceAndNeedsAReason() throws Exception {
        var oneTime = issue("newcomer3", "expert");
        var without = call("admin", "PATCH", "/api/people/newcomer3", "{\"enabled\":false}");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(tree(without).at("/errors/0/where").asText()).isEqualTo("reason");
        assertThat(call("newcomer3", oneTime, "GET", "/api/me", null).statusCode())
                .isEqualTo(200);

        var with = call("admin", "PATCH", "/api/people/newcomer3", "{\"enabled\":false,\"reason\":\"left the site\"}");
        assertThat(with.statusCode()).isEqualTo(200);
        assertThat(call("newcomer3", oneTime, "GET", "/api/me", null).statusCode())
                .isEqualTo(401);
        assertThat(jdbc.sql("select old_value || '>' || new_value || ' ' || reason from audit_entry"
                                + " where record_id = 'newcomer3' and act = 'changed' and field = 'enabled'")
                        .query(String.class)
                        .single())
                .isEqualTo("true>false left the site");
    }

    @Test
    void onlyTheAdministratorTouchesPeopleAndNobodyMixesThatRole() throws Exception {
        for (var person : new String[] {"lead", "expert1", "quality", "auditor"}) {
            assertThat(call(person, "GET", "/api/people", null).statusCode()).isEqualTo(403);
            assertThat(call(person, "POST", "/api/people", "{}").statusCode()).isEqualTo(403);
        }
        var mixed = call("admin", "POST", "/api/people", person("newcomer4", "\"admin\",\"quality\""));
        assertThat(mixed.statusCode()).isEqualTo(422);
        assertThat(tree(mixed).at("/errors/0/where").asText()).isEqualTo("roles");
        assertThat(call("admin", "POST", "/api/people", person("expert1", "\"expert\""))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void unknownPropertiesAndBrokenJsonAreNamed() throws Exception {
        var unknown = call("admin", "POST", "/api/sites", "{\"name\":\"X\",\"zone\":\"Europe/London\",\"signer\":1}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(tree(unknown).at("/errors/0/where").asText()).isEqualTo("signer");
        assertThat(call("admin", "POST", "/api/sites", "{\"name\":").statusCode())
                .isEqualTo(400);
        assertThat(call("admin", "POST", "/api/sites", "{\"name\":\"X\",\"zone\":\"Mars/Olympus\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    private String issue(String username, String role) throws Exception {
        var issued = call("admin", "POST", "/api/people", person(username, "\"" + role + "\""));
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        return tree(issued).get("oneTimePassword").asText();
    }

    private static String person(String username, String roles) {
        return "{\"username\":\"%s\",\"name\":\"New Comer\",\"site\":\"Liverpool\",\"roles\":[%s],"
                        .formatted(username, roles)
                + "\"identityCheckedBy\":\"admin\",\"identityCheckedHow\":\"passport\","
                + "\"identityCheckedOn\":\"2026-01-15\"}";
    }

    private static String passwords(String old, String chosen) {
        return "{\"old\":\"%s\",\"new\":\"%s\"}".formatted(old, chosen);
    }

    private List<String> acts(String username) {
        return jdbc.sql("select act from audit_entry where record_type = 'person' and record_id = ? order by no")
                .param(username)
                .query(String.class)
                .list();
    }

    private JsonNode tree(HttpResponse<String> response) throws Exception {
        return json.readTree(response.body());
    }
}
