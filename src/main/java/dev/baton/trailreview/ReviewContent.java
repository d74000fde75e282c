package dev.baton.trailreview;

import dev.baton.signature.ContentHash;
import dev.baton.trailreview.TrailReviewView.Entry;
import dev.baton.trailreview.TrailReviewView.Head;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The canonical content of what is signed in a review of the trail: a part of the sample with what was said of each act,
 * bound to the ledger by the digest of each act; and the verification, bound to the parts by their hashes.
 */
final class ReviewContent {

    /** Type of the signed subject for the result of a review; the version is the part. */
    static final String RESULT = "trail-review";

    /** Type of the signed subject for the verification of critical findings. */
    static final String VERIFICATION = "trail-review-verification";

    private ReviewContent() {}

    /**
     * The hash of one part.
     *
     * @param digests of each act's leaves in the ledger, as they are now
     */
    static String ofPart(TrailReviewView review, int part, Map<Long, String> digests) {
        var entries = review.part(part);
        var positions = entries.stream().map(Entry::position).collect(Collectors.toSet());
        var content = about(review.head(), "part", part);
        content.put(
                "entries", entries.stream().map(entry -> entry(entry, digests)).toList());
        content.put("findings", findings(review, positions));
        return ContentHash.of(content);
    }

    /** The hash of the verification: of which parts, what was critical, and what is said. */
    static String ofVerification(TrailReviewView review, List<String> parts) {
        var content = about(review.head(), "verification", review.head().verification());
        content.put("parts", parts);
        content.put(
                "critical",
                review.findings().stream()
                        .filter(finding ->
                                finding.severity() == Severity.CRITICAL && finding.state() != FindingState.DROPPED)
                        .map(FindingView::number)
                        .toList());
        return ContentHash.of(content);
    }

    private static Map<String, @Nullable Object> about(Head head, String what, @Nullable Object which) {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("reviewId", head.id().toString());
        content.put("transferId", head.transferId().toString());
        content.put("number", head.number());
        content.put("rule", head.rule());
        content.put("sharePercent", head.sharePercent());
        content.put("shareAtLeast", head.shareAtLeast());
        content.put("shareAtMost", head.shareAtMost());
        content.put("seed", head.seed());
        content.put("team", head.team());
        content.put("ledgerFrom", head.ledgerFrom());
        content.put("ledgerTo", head.ledgerTo());
        content.put("rootHash", head.rootHash());
        content.put("population", head.population());
        content.put(what, which);
        return content;
    }

    private static Map<String, @Nullable Object> entry(Entry entry, Map<Long, String> digests) {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("position", entry.position());
        content.put("no", entry.no());
        content.put(
                "criterion",
                entry.criterion() == null ? null : entry.criterion().code());
        content.put("digest", digests.getOrDefault(entry.no(), ""));
        content.put("answer", entry.answer() == null ? null : entry.answer().code());
        return content;
    }

    private static List<Map<String, Object>> findings(TrailReviewView review, Set<Integer> positions) {
        return review.findings().stream()
                .filter(finding -> positions.contains(finding.entry()) && finding.state() != FindingState.DROPPED)
                .<Map<String, Object>>map(finding -> Map.of(
                        "number", finding.number(),
                        "entry", finding.entry(),
                        "what", finding.what(),
                        "severity", finding.severity().code(),
                        "action", finding.action(),
                        "responsible", finding.responsible(),
                        "dueOn", finding.dueOn().toString()))
                .toList();
    }
}
