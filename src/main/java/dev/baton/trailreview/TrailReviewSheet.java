package dev.baton.trailreview;

import dev.baton.audit.EvidenceSheet;
import dev.baton.trailreview.TrailReviewView.Entry;
import dev.baton.trailreview.TrailReviewView.Head;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The auditor's sheet of reviews: each act that was looked at, why, what was said of it, and what came of it. */
@Component
class TrailReviewSheet implements EvidenceSheet {

    private final TrailReviewRecords reviews;
    private final ReviewReading reading;

    TrailReviewSheet(TrailReviewRecords reviews, ReviewReading reading) {
        this.reviews = reviews;
        this.reading = reading;
    }

    @Override
    public String name() {
        return "Trail reviews";
    }

    @Override
    public int order() {
        return 210;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Review",
                "Occasion",
                "State",
                "Opened at (UTC)",
                "Rule",
                "Seed",
                "Ledger from",
                "Ledger to",
                "Root hash",
                "Population",
                "Entry",
                "No.",
                "Act",
                "Done by",
                "Why looked at",
                "Answer",
                "Answered by",
                "Answered at (UTC)",
                "Finding",
                "What",
                "Severity",
                "What to do",
                "Responsible",
                "Due on",
                "Finding state",
                "What was done",
                "Accepted by",
                "Verified by",
                "Signed by");
    }

    @Override
    @Transactional(readOnly = true)
    public void write(UUID transfer, Consumer<List<?>> rows) {
        var all = reviews.findByTransferIdOrderByNumberDesc(transfer);
        for (int i = all.size() - 1; i >= 0; i--) {
            var review = reading.view(all.get(i));
            review.entries().forEach(entry -> rows.accept(row(review, entry)));
        }
    }

    private static List<@Nullable Object> row(TrailReviewView review, Entry entry) {
        Head head = review.head();
        var finding = review.findings().stream()
                .filter(found -> found.entry() == entry.position() && found.state() != FindingState.DROPPED)
                .findFirst();
        return Arrays.<@Nullable Object>asList(
                head.number(),
                head.occasion().code(),
                head.state().code(),
                head.openedAt(),
                head.rule(),
                head.seed(),
                head.ledgerFrom(),
                head.ledgerTo(),
                head.rootHash(),
                head.population(),
                entry.position(),
                entry.no(),
                entry.act(),
                entry.doer(),
                entry.criterion() == null ? "random" : entry.criterion().code(),
                entry.answer() == null ? null : entry.answer().code(),
                entry.answeredBy(),
                entry.answeredAt(),
                finding.map(FindingView::number).orElse(null),
                finding.map(FindingView::what).orElse(null),
                finding.map(found -> found.severity().code()).orElse(null),
                finding.map(FindingView::action).orElse(null),
                finding.map(FindingView::responsible).orElse(null),
                finding.map(found -> found.dueOn().toString()).orElse(null),
                finding.map(found -> found.state().code()).orElse(null),
                finding.map(FindingView::answer).orElse(null),
                finding.map(FindingView::acceptedBy).orElse(null),
                head.verifier(),
                review.signatures().stream()
                        .map(signed -> signed.signature().signer() + (signed.valid() ? "" : " (NOT VALID)"))
                        .collect(Collectors.joining(", ")));
    }
}
