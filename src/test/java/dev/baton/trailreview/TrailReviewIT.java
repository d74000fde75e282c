package dev.baton.trailreview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.audit.EvidenceSheet;
import dev.baton.identity.People;
import dev.baton.support.OnlyQuality;
import dev.baton.support.PlayedOverHttp;
import dev.baton.support.TrailReviewer;
import dev.baton.transfer.TransferId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A trail is reviewed by those who did not write it, nothing is signed unseen, and a gate can ask how much is done. */
class TrailReviewIT extends PlayedOverHttp {

    private final TrailReviewer reviewer = new TrailReviewer(this::call);

    @Autowired
    private List<EvidenceSheet> sheets;

    @Autowired
    private TrailReviews reviews;

    @Autowired
    private People people;

    private OnlyQuality only;

    @BeforeEach
    void twoOfQuality() {
        only = new OnlyQuality(people, "quality", "quality2");
    }

    @AfterEach
    void everybodyAgain() {
        only.close();
    }

    @Autowired
    private EmbeddedPostgres server;

    @Test
    void aReviewIsDrawnLookedAtSignedAndCoversTheTrail() {
        var transfer = startedTransfer("Reviewed trail");
        assertThat(coverage(transfer).path("complete").asBoolean()).isFalse();
        var review = reviewer.open("quality", transfer);
        assertThat(call("quality2", "POST", "/api/transfers/" + transfer + "/trail-reviews", null)
                        .statusCode())
                .as("one at a time")
                .isEqualTo(409);
        assertThat(same(review)).as("drawn again from its seed").isTrue();

        var first = reviewer.entries("quality", review, entry -> true).get(0);
        assertThat(reviewer.sign("quality", review, "sign").statusCode())
                .as("nothing is signed unseen")
                .isEqualTo(409);
        ok(reviewer.inOrder("quality", review, List.of(first.path("position").asInt())));
        assertThat(reviewer.inOrder("quality2", review, List.of(2)).statusCode())
                .as("whoever begins has it alone")
                .isEqualTo(403);
        assertThat(reviewer.inOrder("quality", review, List.of(1)).statusCode())
                .as("another answer needs a reason")
                .isEqualTo(422);
        reviewer.restInOrder("quality", review);
        var signed = ok(reviewer.sign("quality", review, "sign"));

        assertThat(signed.path("state").asText()).isEqualTo("signed");
        assertThat(signed.at("/signatures/0/valid").asBoolean()).isTrue();
        assertThat(signed.at("/signatures/0/meaning").asText()).isEqualTo("review");
        assertThat(coverage(transfer).path("complete").asBoolean())
                .as(coverage(transfer).toString())
                .isTrue();
        assertThat(reviewer.inOrder("quality", review, List.of(1)).statusCode()).isEqualTo(409);
        assertThat(same(review)).as("drawn again later").isTrue();
        tell(transfer, "expert1", "After the review");
        assertThat(coverage(transfer).path("actsSince").asInt()).isPositive();
        assertThat(rows(transfer)).isNotEmpty().allMatch(row -> row.contains("in-order"));
    }

    @Test
    void whatTheReviewerDidIsLeftToASecondOneAndWhatIsCriticalIsVerified() {
        var transfer = startedTransfer("Reviewed by two");
        withdraw("quality", tell(transfer, "expert1", "Withdrawn by the first"));
        withdraw("quality2", tell(transfer, "expert1", "Withdrawn by the second"));
        var review = reviewer.open("quality", transfer);
        var own = reviewer.entries(
                        "quality", review, entry -> entry.path("doer").asText().equals("quality"))
                .get(0)
                .path("position")
                .asInt();
        assertThat(reviewer.inOrder("quality", review, List.of(own)).statusCode())
                .as("nobody looks at their own acts")
                .isEqualTo(403);
        var leads = reviewer.entries(
                        "quality", review, entry -> entry.path("doer").asText().equals("lead"))
                .get(0)
                .path("position")
                .asInt();
        var finding = reviewer.finding("quality", review, leads, "critical", "lead");
        assertThat(reviewer.finding("lead", finding, "answer", "text", "too early")
                        .statusCode())
                .as("not signed yet")
                .isEqualTo(409);
        reviewer.restInOrder("quality", review);
        assertThat(ok(reviewer.sign("quality", review, "sign")).path("state").asText())
                .isEqualTo("second");
        assertThat(reviewer.inOrder("quality", review, List.of(own)).statusCode())
                .isEqualTo(403);
        ok(reviewer.inOrder(
                "quality2",
                review,
                reviewer
                        .entries("quality2", review, entry -> entry.path("answer")
                                .isNull())
                        .stream()
                        .map(entry -> entry.path("position").asInt())
                        .toList()));
        assertThat(ok(reviewer.sign("quality2", review, "sign")).path("state").asText())
                .isEqualTo("verification");
        assertThat(reviewer.sign("quality", review, "verify").statusCode())
                .as("whoever signed does not verify")
                .isEqualTo(403);
        var verified = ok(reviewer.sign("quality2", review, "verify"));
        assertThat(verified.path("state").asText()).isEqualTo("signed");
        assertThat(verified.path("signatures"))
                .hasSize(3)
                .allMatch(signature -> signature.path("valid").asBoolean());
        assertThat(coverage(transfer).path("openCritical").asInt()).isEqualTo(1);

        assertThat(reviewer.finding("expert1", finding, "answer", "text", "x").statusCode())
                .isEqualTo(403);
        ok(reviewer.finding("lead", finding, "answer", "text", "It is said now."));
        assertThat(reviewer.finding("quality2", finding, "accept", "remark", null)
                        .statusCode())
                .as("whoever raised it says whether that is enough")
                .isEqualTo(403);
        assertThat(reviewer.finding("quality", finding, "give-back", "remark", " ")
                        .statusCode())
                .isEqualTo(422);
        ok(reviewer.finding("quality", finding, "accept", "remark", null));
        assertThat(coverage(transfer).path("openCritical").asInt()).isZero();
    }

    @Test
    void whoTakesOverLooksAtEverythingAnew() {
        var transfer = startedTransfer("Handed over");
        var review = reviewer.open("quality", transfer);
        reviewer.finding("quality", review, 1, "minor", "lead");
        assertThat(call("quality2", "POST", "/api/trail-reviews/" + review + "/take-over", "{}")
                        .statusCode())
                .isEqualTo(422);
        var taken = ok(call(
                "quality2", "POST", "/api/trail-reviews/" + review + "/take-over", "{\"reason\":\"On sick leave\"}"));
        assertThat(taken.path("reviewer").asText()).isEqualTo("quality2");
        assertThat(taken.path("entries")).allMatch(entry -> entry.path("answer").isNull());
        assertThat(taken.at("/findings/0/state").asText()).isEqualTo("dropped");
    }

    @Test
    void anAlteredAnswerShowsAsNotSigned() throws SQLException {
        var transfer = startedTransfer("Altered review");
        var review = reviewer.open("quality", transfer);
        reviewer.restInOrder("quality", review);
        ok(reviewer.sign("quality", review, "sign"));
        assertThat(valid(review)).isTrue();

        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "baton"));
                var superuser = connection.createStatement()) {
            superuser.execute("set session_replication_role = replica");
            var act = "review_id = '" + review + "' and position = 1";
            superuser.execute("update trail_review_entry set answer = 'finding' where " + act);
            assertThat(valid(review)).isFalse();
            superuser.execute("update trail_review_entry set answer = 'in-order' where " + act);
        }
        assertThat(valid(review)).isTrue();
    }

    @Test
    void theGateIsToldWhatIsMissingInWords() {
        var transfer = startedTransfer("Asked by a gate");
        var coverage = reviews.coverage(TransferId.of(transfer));
        assertThat(coverage.isComplete()).isFalse();
        assertThat(coverage(transfer).at("/missing/0").asText()).startsWith("The audit trail was never reviewed.");
    }

    private boolean valid(String review) {
        return reviewer.view("quality", review).at("/signatures/0/valid").asBoolean();
    }

    private JsonNode coverage(String transfer) {
        return ok(call("quality", "GET", "/api/transfers/" + transfer + "/trail-coverage", null));
    }

    private boolean same(String review) {
        return ok(call("auditor", "GET", "/api/trail-reviews/" + review + "/sample", null))
                .path("same")
                .asBoolean();
    }

    private List<List<?>> rows(String transfer) {
        var sheet = sheets.stream()
                .filter(one -> one.name().equals("Trail reviews"))
                .findFirst()
                .orElseThrow();
        var rows = new ArrayList<List<?>>();
        sheet.write(UUID.fromString(transfer), row -> {
            assertThat(row).hasSameSizeAs(sheet.columns());
            rows.add(row);
        });
        return rows;
    }

    private void withdraw(String who, String item) {
        ok(call(
                who,
                "POST",
                "/api/items/" + item + "/withdraw",
                decision("x")
                        .put("reason", "Told twice.")
                        .put("username", who)
                        .put("password", DEMO_PASSWORD)
                        .without("decision")
                        .toString()));
    }
}
