package dev.baton.audit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.support.Browser;
import dev.baton.support.RunningBaton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checkpoints and proofs over the API can be checked with what the API gives. */
class LedgerApiIT extends RunningBaton {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    JdbcClient jdbc;

    @Test
    void anyoneGetsThePublicKeys() throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(url("/.well-known/baton-ledger-keys")))
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        var key = JSON.readTree(answer.body()).path("keys").path(0);
        assertThat(key.path("algorithm").asText()).isEqualTo("Ed25519");
        var bytes = java.util.Base64.getDecoder().decode(key.path("publicKey").asText());
        assertThat(bytes).hasSize(44);
        assertThat(key.path("keyId").asText())
                .isEqualTo(Sha256.hex(Sha256.of(bytes)).substring(0, 16));
    }

    @Test
    void proofsLeadToTheSignedRoot() throws Exception {
        var checkpoint = get("auditor", "/api/ledger/checkpoint");
        long size = checkpoint.path("size").asLong();
        assertThat(read(checkpoint).isSignedBy(key(checkpoint.path("keyId").asText())))
                .isTrue();
        for (long leaf : new long[] {0, size / 2, size - 1}) {
            var proof = get("quality", "/api/ledger/proof?leaf=" + leaf + "&size=" + size);
            var root = NaiveTree.rootFrom(hash(proof.path("leafHash")), leaf, size, hashes(proof.path("path")));
            assertThat(Sha256.hex(root)).isEqualTo(checkpoint.path("rootHash").asText());
        }
        var proof = get("auditor", "/api/ledger/consistency?from=" + (size / 2) + "&to=" + size);
        var later = get("auditor", "/api/ledger/consistency?from=" + size + "&to=" + size);
        assertThat(proof.path("path")).isNotEmpty();
        assertThat(later.path("path")).isEmpty();
    }

    @Test
    void whatTheLedgerDoesNotHaveIsAProblem() {
        for (var path : List.of(
                "proof?leaf=-1&size=5",
                "proof?leaf=5&size=5",
                "proof?leaf=0&size=0",
                "proof?leaf=0&size=9007199254740991",
                "consistency?from=0&to=3",
                "consistency?from=4&to=3",
                "consistency?from=1&to=9007199254740991")) {
            var answer = call("auditor", "GET", "/api/ledger/" + path, null);
            assertThat(answer.statusCode()).as(path).isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"where\"");
        }
        assertThat(call("auditor", "GET", "/api/ledger/proof?leaf=x&size=5", null)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void expertsAndAdministratorsDoNotReadIt() {
        for (var person : List.of("expert1", "lead", "admin")) {
            assertThat(call(person, "GET", "/api/ledger/checkpoint", null).statusCode())
                    .as(person)
                    .isEqualTo(403);
        }
    }

    @Test
    void theAdministratorChangesTheKeyWithAReason() throws Exception {
        assertThat(call("quality", "POST", "/api/ledger/keys", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("admin", "POST", "/api/ledger/keys", "{}").statusCode()).isEqualTo(422);
        var before = get("auditor", "/api/ledger/checkpoint");
        var answer = call("admin", "POST", "/api/ledger/keys", "{\"reason\":\"Yearly change\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var keys = JSON.readTree(answer.body()).path("keys");
        var last = keys.path(keys.size() - 1);
        assertThat(last.path("to").isNull()).isTrue();
        assertThat(keys.path(keys.size() - 2).path("to").asText())
                .isEqualTo(last.path("from").asText());

        var after = before;
        for (int i = 0; i < 200 && !after.path("keyId").equals(last.path("keyId")); i++) {
            Thread.sleep(100);
            after = get("auditor", "/api/ledger/checkpoint");
        }
        assertThat(read(after).isSignedBy(key(last.path("keyId").asText()))).isTrue();
        assertThat(read(before).isSignedBy(key(before.path("keyId").asText())))
                .as("the old key still shows")
                .isTrue();
    }

    @Test
    void theAdministratorChangesTheKeyOnItsPage() throws Exception {
        var before = keys().size();
        var admin = new Browser(url("")).login("admin", DEMO_PASSWORD);
        var form = "application/x-www-form-urlencoded";
        var without = admin.ask("POST", "/admin/ledger", form, "reason=");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Say why");
        assertThat(keys()).hasSize(before);

        var changed = admin.ask("POST", "/admin/ledger", form, "reason=A+colleague+has+left");
        assertThat(changed.statusCode()).isEqualTo(302);
        var page = admin.ask("GET", "/admin/ledger", null).body();
        assertThat(keys()).hasSize(before + 1);
        keys().forEach(key -> assertThat(page).contains(key.path("keyId").asText()));
        assertThat(jdbc.sql("select reason from audit_entry where act = 'key-rotated' order by no desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("A colleague has left");
    }

    private JsonNode keys() throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(url("/.well-known/baton-ledger-keys")))
                .build());
        return JSON.readTree(answer.body()).path("keys");
    }

    private PublishedKey key(String id) throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(url("/.well-known/baton-ledger-keys")))
                .build());
        for (var key : JSON.readTree(answer.body()).path("keys")) {
            if (key.path("keyId").asText().equals(id)) {
                return new PublishedKey(id, key.path("publicKey").asText(), Instant.EPOCH, null);
            }
        }
        throw new AssertionError("No key " + id);
    }

    private static Checkpoint read(JsonNode json) {
        return new Checkpoint(
                UUID.fromString(json.path("ledger").asText()),
                json.path("size").asLong(),
                json.path("rootHash").asText(),
                Instant.parse(json.path("at").asText()),
                json.path("keyId").asText(),
                json.path("signature").asText());
    }

    private JsonNode get(String person, String path) throws Exception {
        var answer = call(person, "GET", path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static byte[] hash(JsonNode hex) {
        return HexFormat.of().parseHex(hex.asText());
    }

    private static List<byte[]> hashes(JsonNode list) {
        var hashes = new ArrayList<byte[]>();
        list.forEach(hash -> hashes.add(hash(hash)));
        return hashes;
    }
}
