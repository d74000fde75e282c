package dev.baton.verification.web;

import dev.baton.Page;
import dev.baton.Refusal.Fault;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemJson;
import dev.baton.identity.Reasons;
import dev.baton.identity.Reauthentication;
import dev.baton.signature.SignatureView;
import dev.baton.transfer.TransferId;
import dev.baton.verification.Permission;
import dev.baton.verification.Reading;
import dev.baton.verification.Training;
import dev.baton.verification.VerificationRefusals.EntryRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Training: who may do what at the receiving site, and what has to be read and understood. */
@RestController
@RequestMapping("/api")
@Tag(name = "Training")
class TrainingApi {

    private final Training training;
    private final Reauthentication reauthentication;

    TrainingApi(Training training, Reauthentication reauthentication) {
        this.training = training;
        this.reauthentication = reauthentication;
    }

    /** Who was instructed in person, until when it is valid, and why it is recorded. */
    record Instruction(@Nullable String username, @Nullable Instant until, @Nullable String reason) {}

    /** What is typed to sign. */
    record Signing(@Nullable Integer version, @Nullable String username, @Nullable String password) {

        /** Never with the password. */
        @Override
        public String toString() {
            return "Signing[" + version + "]";
        }
    }

    @GetMapping("/transfers/{id}/training")
    @Operation(
            summary = "Who may review and demonstrate, since when and until when; oneself, or all for lead and quality")
    Page<Permission> permissions(@PathVariable String id) {
        return new Page<>(training.permissions(TransferId.of(id)), null);
    }

    @PostMapping("/transfers/{id}/training")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "The lead or quality records that somebody was instructed in person")
    Map<String, @Nullable Object> instruct(@PathVariable String id, @RequestBody Instruction instruction) {
        var transfer = TransferId.of(id);
        training.permissions(transfer);
        return Reasons.require(instruction.reason(), () -> {
            var record = training.instruct(transfer, instruction.username(), instruction.until());
            var json = new LinkedHashMap<String, @Nullable Object>();
            json.put("username", record.username());
            json.put("since", record.trainedAt());
            json.put("until", record.validUntil());
            return json;
        });
    }

    @PostMapping("/transfers/{id}/briefing")
    @Operation(summary = "A receiver signs that they have read what the transfer is about and how it works")
    Map<String, @Nullable Object> brief(@PathVariable String id, @RequestBody Signing signing) {
        var transfer = TransferId.of(id);
        training.requireReceiver(transfer);
        return signed(training.brief(transfer, reauthentication.prove(name(signing), signing.password())));
    }

    @GetMapping("/transfers/{id}/readings")
    @Operation(summary = "What has to be read and understood, with due dates; one's own, or all for lead and quality")
    Page<Reading> readings(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
        var all = training.readings(TransferId.of(id));
        var keys = all.stream().map(TrainingApi::key).toList();
        var from = after == null ? 0 : keys.indexOf(after) + 1;
        return Page.of(
                all.subList(from, Math.min(all.size(), from + Page.requireLimit(limit) + 1)), limit, TrainingApi::key);
    }

    @PostMapping("/items/{itemId}/read")
    @Operation(summary = "A receiver signs that they have read and understood the effective version")
    Map<String, @Nullable Object> read(@PathVariable String itemId, @RequestBody Signing signing) {
        var item = ItemId.of(itemId);
        var version = signing.version();
        training.requireReadable(item, Objects.requireNonNullElse(version, 0));
        if (version == null) {
            throw new EntryRefused(List.of(Fault.of("version", "text.missing")));
        }
        return signed(training.read(item, version, reauthentication.prove(name(signing), signing.password())));
    }

    private static String key(Reading reading) {
        return reading.username() + ":" + reading.itemId();
    }

    private static String name(Signing signing) {
        return signing.username() == null ? "" : signing.username();
    }

    private static Map<String, @Nullable Object> signed(SignatureView signature) {
        return Map.of("signatures", List.of(ItemJson.signature(signature, true)));
    }
}
