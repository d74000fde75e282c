package dev.baton.workflow;

import dev.baton.trailreview.FindingId;
import dev.baton.trailreview.FindingState;
import dev.baton.trailreview.FindingView;
import dev.baton.trailreview.TrailFindings;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/** A task about a finding of a review: it is open while the finding is in one state, and its page is the finding's. */
abstract class FindingDuty implements Duty {

    private final String kind;
    private final String definitionKey;
    private final FindingState whileIn;
    private final ObjectProvider<TrailFindings> findings;

    FindingDuty(String kind, String definitionKey, FindingState whileIn, ObjectProvider<TrailFindings> findings) {
        this.kind = kind;
        this.definitionKey = definitionKey;
        this.whileIn = whileIn;
        this.findings = findings;
    }

    /** User names of whose task it is. */
    abstract List<String> people(FindingView finding);

    List<String> judges(FindingView finding) {
        return findings.getObject().judges(finding.id());
    }

    static String title(int review, int number) {
        return ReviewDuty.title(review) + ", finding " + number;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String processKey() {
        return AuditTrailReview.FINDING;
    }

    @Override
    public String definitionKey() {
        return definitionKey;
    }

    @Override
    public String page(String key) {
        return "/trail-findings/" + key;
    }

    @Override
    public Card card(String key) {
        var finding = known(key);
        var people = people(finding);
        return new Card(
                finding.transferId(),
                null,
                title(finding.reviewNumber(), finding.number()),
                finding.dueOn().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                people.size() == 1 ? people.get(0) : null,
                people);
    }

    /** A finding goes to and fro: the task is done when the finding is no longer where the task found it. */
    @Override
    public boolean isDone(String key) {
        return known(key).state() != whileIn;
    }

    @Override
    public Set<String> waiting() {
        return findings.getObject().waiting(whileIn).stream()
                .map(FindingId::toString)
                .collect(Collectors.toSet());
    }

    private FindingView known(String key) {
        return findings.getObject().known(FindingId.of(key));
    }
}
