package dev.baton.capture;

import dev.baton.audit.EvidenceSheet;
import dev.baton.signature.SignatureView;
import dev.baton.signature.Signatures;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The auditor's sheet of signatures, each checked against the hash of what is stored at the moment of the export. */
@Component
class SignatureSheet implements EvidenceSheet {

    private final Signatures signatures;
    private final KnowledgeItems items;
    private final ItemViews views;
    private final NothingHiddenLog nothingHidden;
    private final ObjectProvider<SignedContent> others;

    SignatureSheet(
            Signatures signatures,
            KnowledgeItems items,
            ItemViews views,
            NothingHiddenLog nothingHidden,
            ObjectProvider<SignedContent> others) {
        this.signatures = signatures;
        this.items = items;
        this.views = views;
        this.nothingHidden = nothingHidden;
        this.others = others;
    }

    @Override
    public String name() {
        return "Signatures";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "Signature id",
                "Item",
                "Title",
                "Version",
                "Signer",
                "User name",
                "Role",
                "Site",
                "Meaning",
                "Signed at (UTC)",
                "Zone",
                "Content hash",
                "Valid",
                "Subject");
    }

    @Override
    public Picks picks() {
        return new Picks("Item", List.of("Signer", "User name"), "Signed at (UTC)");
    }

    @Override
    @Transactional(readOnly = true)
    public void write(UUID transfer, Consumer<List<?>> rows) {
        var hashes = new HashMap<UUID, Map<Integer, String>>();
        var all = signatures.ofTransfer(transfer);
        var beside = SignedContent.currentHashes(others.orderedStream(), all);
        for (var signature : all) {
            var subject = signature.subject();
            rows.accept(Arrays.<@Nullable Object>asList(
                    signature.id().toString(),
                    subject.item() == null ? subject.type() : subject.item().toString(),
                    subject.title(),
                    subject.version(),
                    signature.signer(),
                    signature.username(),
                    signature.role().code(),
                    signature.site(),
                    signature.meaning().code(),
                    signature.signedAt(),
                    signature.zone().getId(),
                    signature.contentHash(),
                    current(signature, hashes, beside)
                            .map(signature::isValidFor)
                            .orElse(null),
                    subject.type()));
        }
    }

    private Optional<String> current(
            SignatureView signature, Map<UUID, Map<Integer, String>> hashes, Map<UUID, String> beside) {
        var subject = signature.subject();
        if (subject.type().equals("nothing-hidden")) {
            return nothingHidden.findById(subject.id()).map(NothingHidden::currentHash);
        }
        if (subject.type().equals(ItemViews.SUBJECT)) {
            return Optional.ofNullable(
                    hashes.computeIfAbsent(subject.id(), this::hashes).get(subject.version()));
        }
        return Optional.ofNullable(beside.get(signature.id()));
    }

    private Map<Integer, String> hashes(UUID id) {
        var byVersion = new HashMap<Integer, String>();
        items.findById(id).ifPresent(item -> views.history(item, item.latestVersion())
                .forEach(version -> byVersion.put(version.version(), version.contentHash())));
        return byVersion;
    }
}
