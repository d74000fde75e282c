package dev.baton.handover.web;

import dev.baton.capture.ItemJson;
import dev.baton.handover.AcceptanceView;
import dev.baton.handover.Acceptances;
import dev.baton.handover.Side;
import dev.baton.identity.Reauthentication;
import dev.baton.transfer.TransferId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The acceptance that ends a transfer over the API. */
@RestController
@RequestMapping("/api/transfers/{id}/acceptance")
class AcceptanceController {

    private final Acceptances acceptances;
    private final Reauthentication reauthentication;

    AcceptanceController(Acceptances acceptances, Reauthentication reauthentication) {
        this.acceptances = acceptances;
        this.reauthentication = reauthentication;
    }

    /** What is typed to sign, with the signer's own words. */
    record Accepting(@Nullable String words, @Nullable String username, @Nullable String password) {

        /** Never with the password. */
        @Override
        public String toString() {
            return "Accepting[]";
        }
    }

    @GetMapping
    Map<String, @Nullable Object> look(@PathVariable String id) {
        return json(acceptances.of(TransferId.of(id)).orElse(null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> sign(@PathVariable String id, @RequestBody Accepting asked) {
        var transfer = TransferId.of(id);
        acceptances.require(transfer);
        var proof = reauthentication.prove(asked.username() == null ? "" : asked.username(), asked.password());
        return json(acceptances.sign(transfer, asked.words(), proof));
    }

    private static Map<String, @Nullable Object> json(@Nullable AcceptanceView acceptance) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", acceptance == null ? null : acceptance.id().toString());
        json.put("items", acceptance == null ? null : acceptance.items());
        json.put("acceptedAt", acceptance == null ? null : acceptance.acceptedAt());
        for (var side : Side.values()) {
            json.put(
                    side.code(),
                    acceptance == null
                            ? null
                            : acceptance
                                    .of(side)
                                    .map(signature -> ItemJson.signature(signature, acceptance.unaltered()))
                                    .orElse(null));
        }
        return json;
    }
}
