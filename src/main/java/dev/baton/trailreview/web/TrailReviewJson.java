package dev.baton.trailreview.web;

import dev.baton.capture.ItemJson;
import dev.baton.trailreview.FindingView;
import dev.baton.trailreview.TrailCoverage;
import dev.baton.trailreview.TrailReviewView;
import dev.baton.trailreview.TrailReviewView.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reviews of the trail as the API shows them. */
@Component
class TrailReviewJson {

    private final MessageSource messages;

    TrailReviewJson(MessageSource messages) {
        this.messages = messages;
    }

    /** A review with everything that belongs to it. */
    Map<String, @Nullable Object> of(TrailReviewView review) {
        var json = head(review);
        json.put(
                "entries", review.entries().stream().map(TrailReviewJson::entry).toList());
        json.put("findings", review.findings().stream().map(this::of).toList());
        json.put("signatures", signatures(review));
        return json;
    }

    /** A review in a list. */
    Map<String, @Nullable Object> head(TrailReviewView review) {
        var head = review.head();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", head.id().toString());
        json.put("transferId", head.transferId().toString());
        json.put("number", head.number());
        json.put("occasion", head.occasion().code());
        json.put("state", head.state().code());
        json.put("openedBy", head.openedBy());
        json.put("openedAt", head.openedAt());
        json.put("dueAt", head.dueAt());
        json.put("closedAt", head.closedAt());
        json.put("rule", head.rule());
        json.put("sharePercent", head.sharePercent());
        json.put("shareAtLeast", head.shareAtLeast());
        json.put("shareAtMost", head.shareAtMost());
        json.put("seed", head.seed());
        json.put("ledgerFrom", head.ledgerFrom());
        json.put("ledgerTo", head.ledgerTo());
        json.put("rootHash", head.rootHash());
        json.put("population", head.population());
        json.put("drawn", head.drawn());
        json.put("reviewer", head.reviewer());
        json.put("secondReviewer", head.secondReviewer());
        json.put("verifier", head.verifier());
        json.put("verification", head.verification());
        json.put("mayLook", review.reviewers());
        return json;
    }

    /** A finding. */
    Map<String, @Nullable Object> of(FindingView finding) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", finding.id().toString());
        json.put("reviewId", finding.reviewId().toString());
        json.put("transferId", finding.transferId().toString());
        json.put("number", finding.number());
        json.put("entry", finding.entry());
        json.put("what", finding.what());
        json.put("severity", finding.severity().code());
        json.put("action", finding.action());
        json.put("responsible", finding.responsible());
        json.put("dueOn", finding.dueOn().toString());
        json.put("raisedBy", finding.raisedBy());
        json.put("raisedAt", finding.raisedAt());
        json.put("state", finding.state().code());
        json.put("answer", finding.answer());
        json.put("answeredAt", finding.answeredAt());
        json.put("remark", finding.remark());
        json.put("acceptedBy", finding.acceptedBy());
        json.put("acceptedAt", finding.acceptedAt());
        return json;
    }

    /** How much is reviewed. */
    Map<String, @Nullable Object> of(TrailCoverage coverage) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("complete", coverage.isComplete());
        json.put("lastSigned", coverage.lastSigned());
        json.put("actsSince", coverage.actsSince());
        json.put("openReview", coverage.openReview());
        json.put("openCritical", coverage.openCritical());
        json.put(
                "missing",
                coverage.missing().stream()
                        .map(fault -> messages.getMessage(
                                fault.messageKey(), fault.args().toArray(), LocaleContextHolder.getLocale()))
                        .toList());
        return json;
    }

    private static List<Map<String, @Nullable Object>> signatures(TrailReviewView review) {
        return review.signatures().stream()
                .map(signed -> {
                    var json = new LinkedHashMap<>(ItemJson.signature(signed.signature(), signed.valid()));
                    json.put("subject", signed.signature().subject().type());
                    json.put("part", signed.signature().subject().version());
                    return (Map<String, @Nullable Object>) json;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> entry(Entry entry) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("position", entry.position());
        json.put("no", entry.no());
        json.put("act", entry.act());
        json.put("recordType", entry.recordType());
        json.put("doer", entry.doer());
        json.put(
                "criterion",
                entry.criterion() == null ? null : entry.criterion().code());
        json.put("digest", entry.digest());
        json.put("answer", entry.answer() == null ? null : entry.answer().code());
        json.put("answeredBy", entry.answeredBy());
        json.put("answeredAt", entry.answeredAt());
        return json;
    }
}
