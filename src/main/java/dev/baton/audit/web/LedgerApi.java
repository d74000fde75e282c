package dev.baton.audit.web;

import dev.baton.audit.ledger.Checkpoint;
import dev.baton.audit.ledger.Leaf;
import dev.baton.audit.ledger.Ledger;
import dev.baton.audit.ledger.LedgerAdministration;
import dev.baton.audit.ledger.PublishedKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The ledger over the API: public keys for anyone, checkpoints and proofs for quality and auditors. */
@RestController
class LedgerApi {

    private final Ledger ledger;
    private final LedgerAdministration administration;

    LedgerApi(Ledger ledger, LedgerAdministration administration) {
        this.ledger = ledger;
        this.administration = administration;
    }

    record KeysJson(UUID ledger, List<KeyJson> keys) {}

    record KeyJson(String keyId, String algorithm, String publicKey, String from, @Nullable String to) {

        static KeyJson of(PublishedKey key) {
            return new KeyJson(
                    key.keyId(),
                    "Ed25519",
                    key.publicKey(),
                    moment(key.from()),
                    key.to() == null ? null : moment(key.to()));
        }

        private static String moment(Instant at) {
            return Leaf.moment(at.atOffset(ZoneOffset.UTC));
        }
    }

    record CheckpointJson(
            long size, String rootHash, String at, String keyId, String signature, String format, UUID ledger) {

        static CheckpointJson of(Checkpoint checkpoint) {
            return new CheckpointJson(
                    checkpoint.size(),
                    checkpoint.rootHash(),
                    checkpoint.moment(),
                    checkpoint.keyId(),
                    checkpoint.signature(),
                    Checkpoint.FORMAT,
                    checkpoint.ledger());
        }
    }

    record ProofJson(long leaf, long size, String leafHash, List<String> path) {}

    record ConsistencyJson(long from, long to, List<String> path) {}

    record RotationForm(@Nullable String reason) {}

    @GetMapping("/.well-known/baton-ledger-keys")
    KeysJson keys() {
        return new KeysJson(ledger.id(), ledger.keys().stream().map(KeyJson::of).toList());
    }

    @GetMapping("/api/ledger/checkpoint")
    CheckpointJson checkpoint() {
        administration.requireReading();
        return CheckpointJson.of(ledger.latest());
    }

    @GetMapping("/api/ledger/proof")
    ProofJson proof(@RequestParam long leaf, @RequestParam(required = false) @Nullable Long size) {
        administration.requireReading();
        long within = size == null ? ledger.latest().size() : size;
        var path = ledger.inclusion(leaf, within);
        return new ProofJson(leaf, within, ledger.leaf(leaf).hash(), path);
    }

    @GetMapping("/api/ledger/consistency")
    ConsistencyJson consistency(@RequestParam long from, @RequestParam(required = false) @Nullable Long to) {
        administration.requireReading();
        long until = to == null ? ledger.latest().size() : to;
        return new ConsistencyJson(from, until, ledger.consistency(from, until));
    }

    @PostMapping("/api/ledger/keys")
    @ResponseStatus(HttpStatus.CREATED)
    KeysJson rotate(@RequestBody RotationForm form) {
        administration.rotateKey(form.reason());
        return keys();
    }
}
