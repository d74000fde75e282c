package dev.baton.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Reviews trails over HTTP, as anybody. */
public final class TrailReviewer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Caller caller;

    /** Sends a request as that person. */
    @FunctionalInterface
    public interface Caller {
        HttpResponse<String> call(String person, String method, String path, String json);
    }

    public TrailReviewer(Caller caller) {
        this.caller = caller;
    }

    /** Opens a review; its id. */
    public String open(String who, String transfer) {
        var answer = caller.call(who, "POST", "/api/transfers/" + transfer + "/trail-reviews", null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return read(answer).path("id").asText();
    }

    public JsonNode view(String who, String review) {
        return ok(caller.call(who, "GET", "/api/trail-reviews/" + review, null));
    }

    /** The acts of a review that satisfy that. */
    public List<JsonNode> entries(String who, String review, Predicate<JsonNode> which) {
        return StreamSupport.stream(view(who, review).path("entries").spliterator(), false)
                .filter(which)
                .toList();
    }

    /** Says of these that they are in order. */
    public HttpResponse<String> inOrder(String who, String review, List<Integer> positions) {
        return caller.call(
                who,
                "POST",
                "/api/trail-reviews/" + review + "/answers",
                JSON.createObjectNode()
                        .set("entries", JSON.valueToTree(positions))
                        .toString());
    }

    /** Says of everything that is theirs to look at and not looked at yet that it is in order. */
    public void restInOrder(String who, String review) {
        var left = entries(
                who,
                review,
                entry -> entry.path("answer").isNull()
                        && !entry.path("doer").asText().equals(who));
        ok(inOrder(
                who,
                review,
                left.stream().map(entry -> entry.path("position").asInt()).toList()));
    }

    /** Notes a finding about that act; its id. */
    public String finding(String who, String review, int position, String severity, String responsible) {
        var body = JSON.createObjectNode();
        body.putArray("entries").add(position);
        body.putObject("finding")
                .put("what", "Nothing says why.")
                .put("severity", severity)
                .put("action", "Say why.")
                .put("responsible", responsible)
                .put("dueOn", LocalDate.now(ZoneOffset.UTC).plusDays(14).toString());
        var findings = ok(caller.call(who, "POST", "/api/trail-reviews/" + review + "/answers", body.toString()))
                .path("findings");
        return findings.get(findings.size() - 1).path("id").asText();
    }

    /** Signs as reviewer ({@code sign}) or verifies ({@code verify}). */
    public HttpResponse<String> sign(String who, String review, String how) {
        return caller.call(
                who,
                "POST",
                "/api/trail-reviews/" + review + "/" + how,
                JSON.createObjectNode()
                        .put("username", who)
                        .put("password", PlayedOverHttp.passwordOf(who))
                        .toString());
    }

    /** Answers, accepts or gives back a finding. */
    public HttpResponse<String> finding(String who, String finding, String act, String field, String words) {
        return caller.call(
                who,
                "POST",
                "/api/trail-findings/" + finding + "/" + act,
                JSON.createObjectNode().put(field, words).toString());
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return read(answer);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
