package dev.baton.workflow.web;

import dev.baton.Refusal;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemJson;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.signature.SignatureView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signatures as the API shows them; whether one is valid is worked out from the content as it is stored now. */
@Component
class SignatureJson {

    private final Items items;

    SignatureJson(Items items) {
        this.items = items;
    }

    List<Map<String, @Nullable Object>> of(List<SignatureView> signatures) {
        return signatures.stream().map(this::of).toList();
    }

    /** The signer is shown their signature even where they may not see the item any more. */
    private Map<String, @Nullable Object> of(SignatureView signature) {
        if (!signature.subject().type().equals("item")) {
            return json(signature, true);
        }
        var latest = items.known(new ItemId(signature.subject().id()));
        return latest.version() == signature.subject().version()
                ? json(signature, signature.isValidFor(latest.contentHash()))
                : json(signature, isStillValid(signature, latest));
    }

    private @Nullable Boolean isStillValid(SignatureView signature, ItemView latest) {
        try {
            var signed = items.require(latest.itemId(), signature.subject().version());
            return signature.isValidFor(signed.contentHash());
        } catch (Refusal notTheirsAnyMore) {
            return null;
        }
    }

    private static Map<String, @Nullable Object> json(SignatureView signature, @Nullable Boolean valid) {
        var json = new LinkedHashMap<>(ItemJson.signature(signature, true));
        json.put("valid", valid);
        return json;
    }
}
