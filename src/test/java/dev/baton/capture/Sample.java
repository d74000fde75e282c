package dev.baton.capture;

import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Content and records for tests. */
final class Sample {

    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private Sample() {}

    static StepView step(int position, boolean critical, String... experts) {
        return new StepView(
                StepId.create(),
                TransferId.create(),
                String.valueOf(position),
                position,
                "Inoculation",
                "Candle the eggs",
                "SOP-1",
                "4.2",
                "Hold each egg to the light.",
                null,
                List.of(),
                critical,
                List.of(experts));
    }

    static KnowledgeItem item(ItemContent content) {
        var capture = new CaptureRequest(step(1, true, "expert1"), "expert1", NOW, false, NOW);
        return new KnowledgeItem(ItemId.create(), capture, 1, content, NOW);
    }

    static ItemContent content() {
        return content("Tilt the egg", "sensory-cue", "Tilt it until the air cell stops.", Map.of());
    }

    static ItemContent content(String title, String kind, String whatIsDone, Map<String, Object> answers) {
        return new ItemContent(
                null,
                title,
                kind,
                whatIsDone,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                answers,
                List.of());
    }

    static ItemContent outsideRange(String code) {
        var c = content();
        return new ItemContent(
                null,
                c.title(),
                c.kind(),
                c.whatIsDone(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                code,
                null,
                List.of());
    }
}
