package dev.baton.verification;

import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.capture.SignedContent;
import dev.baton.identity.TrainingView;
import dev.baton.identity.Trainings;
import dev.baton.signature.ContentHash;
import dev.baton.signature.SignatureView;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person signs when they have read and understood: their record, and the text that they read by its hash. */
@Component
class SignedTraining implements SignedContent {

    static final String READING = "reading";
    static final String BRIEFING = "briefing";

    private final Trainings trainings;
    private final Items items;

    SignedTraining(Trainings trainings, Items items) {
        this.trainings = trainings;
        this.items = items;
    }

    static String hash(TrainingView record, String itemHash) {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("record", record.kind().code());
        content.put("id", record.id().toString());
        content.put("username", record.username());
        content.put("transferId", String.valueOf(record.transfer()));
        content.put("itemId", record.item() == null ? null : record.item().toString());
        content.put("version", record.version());
        content.put("itemHash", itemHash);
        content.put("subject", record.subject());
        content.put("statement", record.statement());
        content.put("readAt", record.trainedAt().toString());
        return ContentHash.of(content);
    }

    @Override
    public Optional<String> currentHash(SignatureView signature) {
        var type = signature.subject().type();
        if (!type.equals(READING) && !type.equals(BRIEFING)) {
            return Optional.empty();
        }
        return trainings.find(signature.subject().id()).map(record -> hash(record, itemHash(record)));
    }

    private String itemHash(TrainingView record) {
        var item = record.item();
        var version = record.version();
        return item == null || version == null
                ? ""
                : items.known(new ItemId(item), version).contentHash();
    }
}
