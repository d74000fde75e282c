package dev.baton.handover;

import dev.baton.handover.Acceptance.Accepted;
import dev.baton.signature.Signatures;
import dev.baton.transfer.TransferId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads acceptances, and what there is to accept. */
@Component
class AcceptanceReader {

    /** Type of the signed subject. */
    static final String SUBJECT = "acceptance";

    private static final String ITEMS =
            """
            select i.id || ' version ' || i.effective_version || ' ' || v.content_hash from knowledge_item i
              join item_version v on v.item_id = i.id and v.version = i.effective_version
            where i.transfer_id = ? and i.state <> 'withdrawn' order by i.id""";

    private final AcceptanceLog log;
    private final GateOverrides overrides;
    private final Signatures signatures;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    AcceptanceReader(
            AcceptanceLog log,
            GateOverrides overrides,
            Signatures signatures,
            MessageSource messages,
            JdbcClient jdbc) {
        this.log = log;
        this.overrides = overrides;
        this.signatures = signatures;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /** What would be accepted now. */
    Accepted toAccept(TransferId transfer) {
        var says = Arrays.stream(Side.values())
                .map(side -> messages.getMessage("acceptance.says." + side.code(), null, Locale.ENGLISH))
                .collect(Collectors.joining("\n"));
        var items = jdbc.sql(ITEMS).param(transfer.value()).query(String.class).list();
        var passed = overrides.findByTransferIdOrderByProposedAt(transfer.value()).stream()
                .map(override -> override.view(signatures.on(Gates.SUBJECT, Objects.requireNonNull(override.getId()))))
                .filter(OverrideView::inForce)
                .map(override -> override.id().toString())
                .toList();
        return new Accepted(says, items, passed);
    }

    /** The complete acceptance; else the one under way that still says what there is to accept; else null. */
    @Nullable
    Acceptance standing(TransferId transfer) {
        var all = log.findByTransferIdOrderByBegunAt(transfer.value());
        return all.stream()
                .filter(one -> view(one).isComplete())
                .findFirst()
                .or(() -> current(transfer, all))
                .orElse(null);
    }

    private Optional<Acceptance> current(TransferId transfer, List<Acceptance> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var now = toAccept(transfer);
        return all.stream().filter(one -> one.accepted().equals(now)).reduce((first, second) -> second);
    }

    AcceptanceView view(Acceptance acceptance) {
        var signed = signatures.on(SUBJECT, Objects.requireNonNull(acceptance.getId()));
        var hash = acceptance.hash();
        return new AcceptanceView(
                acceptance.getId(),
                acceptance.accepted().items().size(),
                acceptance.begunBy(),
                acceptance.begunAt(),
                signed,
                signed.stream().allMatch(signature -> signature.isValidFor(hash)));
    }
}
