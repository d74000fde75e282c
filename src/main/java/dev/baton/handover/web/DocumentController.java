package dev.baton.handover.web;

import dev.baton.capture.ItemJson;
import dev.baton.handover.DocumentKind;
import dev.baton.handover.DocumentView;
import dev.baton.handover.Documents;
import dev.baton.handover.HandoverRefusals.DocumentUnknown;
import dev.baton.identity.Reauthentication;
import dev.baton.transfer.TransferId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The protocol and the report of a transfer over the API. */
@RestController
class DocumentController {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Documents documents;
    private final Reauthentication reauthentication;

    DocumentController(Documents documents, Reauthentication reauthentication) {
        this.documents = documents;
        this.reauthentication = reauthentication;
    }

    /** What is typed to sign, with why there is another edition or the signer's words. */
    record Signing(
            @Nullable String reason, @Nullable String words, @Nullable String username, @Nullable String password) {

        /** Never with the password. */
        @Override
        public String toString() {
            return "Signing[]";
        }
    }

    /** By kind, the oldest edition first. */
    @GetMapping("/api/transfers/{id}/documents")
    Map<String, List<Map<String, @Nullable Object>>> all(@PathVariable String id) {
        return Map.of(
                "items",
                documents.of(TransferId.of(id)).stream()
                        .map(DocumentController::json)
                        .toList());
    }

    @PostMapping("/api/transfers/{id}/documents/{kind}")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> make(@PathVariable String id, @PathVariable String kind, @RequestBody Signing asked) {
        var transfer = TransferId.of(id);
        documents.requireMaking(transfer);
        var named = DocumentKind.ofCode(kind).orElseThrow(DocumentUnknown::new);
        var proof = reauthentication.prove(asked.username() == null ? "" : asked.username(), asked.password());
        return json(documents.make(transfer, named, asked.reason(), proof));
    }

    @PostMapping("/api/documents/{id}/sign")
    Map<String, @Nullable Object> sign(@PathVariable String id, @RequestBody Signing asked) {
        var document = DocumentView.idOf(id);
        documents.requireSigning(document);
        var proof = reauthentication.prove(asked.username() == null ? "" : asked.username(), asked.password());
        return json(documents.sign(document, asked.words(), proof));
    }

    @GetMapping("/api/documents/{id}.docx")
    ResponseEntity<byte[]> word(@PathVariable String id) throws IOException {
        return file(documents.require(DocumentView.idOf(id)), true);
    }

    @GetMapping("/api/documents/{id}.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String id) throws IOException {
        return file(documents.require(DocumentView.idOf(id)), false);
    }

    private ResponseEntity<byte[]> file(DocumentView edition, boolean word) throws IOException {
        var bytes = new ByteArrayOutputStream();
        documents.write(edition, word, bytes);
        return ResponseEntity.ok()
                .header("Content-Type", word ? WORD : "application/pdf")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"transfer-" + edition.kind().code() + "-" + edition.edition()
                                + (word ? ".docx\"" : ".pdf\""))
                .body(bytes.toByteArray());
    }

    private static Map<String, @Nullable Object> json(DocumentView edition) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", edition.id().toString());
        json.put("kind", edition.kind().code());
        json.put("edition", edition.edition());
        json.put("madeBy", edition.madeBy());
        json.put("madeAt", edition.madeAt());
        json.put("approved", edition.isApproved());
        json.put("next", edition.next().map(part -> part.role().code()).orElse(null));
        json.put("contentHash", edition.contentHash());
        json.put(
                "signatures",
                edition.signatures().stream()
                        .map(signature -> ItemJson.signature(signature, signature.isValidFor(edition.contentHash())))
                        .toList());
        return json;
    }
}
