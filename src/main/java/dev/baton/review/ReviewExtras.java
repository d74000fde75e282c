package dev.baton.review;

import dev.baton.capture.ItemExtras;
import dev.baton.capture.ItemJson;
import dev.baton.capture.ItemView;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What review adds to an item's JSON: triage with its reference and hold, questions, the substitute peer. */
@Component
class ReviewExtras implements ItemExtras {

    private final ReviewRecords records;

    ReviewExtras(ReviewRecords records) {
        this.records = records;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, @Nullable Object> extras(ItemView item) {
        var triage = records.triageView(item.itemId(), item.version());
        var extras = new LinkedHashMap<String, @Nullable Object>();
        extras.put("triage", triage.map(view -> view.outcome().code()).orElse(null));
        extras.put("reference", triage.map(TriageView::reference).orElse(null));
        extras.put("condition", triage.map(TriageView::condition).orElse(null));
        extras.put("category", triage.map(TriageView::category).orElse(null));
        extras.put("onHold", triage.map(TriageView::onHold).orElse(false));
        extras.put(
                "questions",
                records.questions(item.itemId()).stream()
                        .filter(question -> question.version() <= item.version())
                        .map(question -> json(question, item))
                        .toList());
        extras.put("namedPeer", records.namedPeer(item.itemId(), item.version()).orElse(null));
        return extras;
    }

    private static Map<String, @Nullable Object> json(QuestionView question, ItemView item) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", question.id());
        json.put("version", question.version());
        json.put("stage", question.stage().code());
        json.put("askedBy", question.askedBy());
        json.put("askedByName", question.askedByName());
        json.put("askedBySite", question.askedBySite());
        json.put("askedAt", question.askedAt());
        json.put("text", question.text());
        json.put("answer", question.answer());
        json.put("answeredBy", ItemJson.known(question.answeredBy()));
        json.put("answeredByName", question.answeredByName());
        json.put("answeredAt", question.answeredAt());
        json.put("anchor", AnchorJson.of(question.anchor(), item.content()));
        return json;
    }
}
