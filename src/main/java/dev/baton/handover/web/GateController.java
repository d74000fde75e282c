package dev.baton.handover.web;

import dev.baton.capture.ItemJson;
import dev.baton.handover.GateView;
import dev.baton.handover.Gates;
import dev.baton.handover.OverrideView;
import dev.baton.identity.Reauthentication;
import dev.baton.transfer.TransferId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The gate of a transfer's present phase over the API. */
@RestController
@RequestMapping("/api/transfers/{id}/gate")
class GateController {

    private final Gates gates;
    private final Reauthentication reauthentication;
    private final MessageSource messages;

    GateController(Gates gates, Reauthentication reauthentication, MessageSource messages) {
        this.gates = gates;
        this.reauthentication = reauthentication;
        this.messages = messages;
    }

    /** Why a gate be passed, with what is typed to sign it. */
    record Passing(@Nullable String reason, @Nullable String username, @Nullable String password) {

        /** Never with the password. */
        @Override
        public String toString() {
            return "Passing[]";
        }
    }

    @GetMapping
    Map<String, @Nullable Object> look(@PathVariable String id) {
        return json(gates.look(TransferId.of(id)));
    }

    @PostMapping("/override")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> override(@PathVariable String id, @RequestBody Passing asked) {
        var transfer = TransferId.of(id);
        gates.requireOverride(transfer);
        var proof = reauthentication.prove(asked.username() == null ? "" : asked.username(), asked.password());
        return json(gates.override(transfer, asked.reason(), proof));
    }

    private Map<String, @Nullable Object> json(GateView gate) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("phase", gate.phase().code());
        json.put("open", gate.open());
        json.put(
                "missing",
                gate.missing().stream()
                        .map(one -> Map.of(
                                "what",
                                messages.getMessage(one.what(), one.args().toArray(), LocaleContextHolder.getLocale()),
                                "who",
                                one.who(),
                                "where",
                                one.where()))
                        .toList());
        json.put(
                "overrides", gate.overrides().stream().map(GateController::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(OverrideView override) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", override.id().toString());
        json.put("phase", override.phase().code());
        json.put("missing", override.missing());
        json.put("reason", override.reason());
        json.put("proposedBy", override.proposedBy());
        json.put("proposedAt", override.proposedAt());
        json.put("inForce", override.inForce());
        json.put(
                "signatures",
                override.signatures().stream()
                        .map(signature -> ItemJson.signature(signature, override.unaltered()))
                        .toList());
        return json;
    }
}
