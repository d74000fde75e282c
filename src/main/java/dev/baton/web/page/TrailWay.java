package dev.baton.web.page;

import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way to a transfer's audit trail. */
@Component
class TrailWay implements TransferWay {

    private final Transfers transfers;
    private final RefusalTexts texts;

    TrailWay(Transfers transfers, RefusalTexts texts) {
        this.transfers = transfers;
        this.texts = texts;
    }

    @Override
    public Area area() {
        return Area.EVIDENCE;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Optional<Way> of(TransferView transfer) {
        var actor = Acting.current();
        var reads = transfers.isLead(transfer.id()) || actor.is(Role.QUALITY) || actor.is(Role.AUDITOR);
        return reads
                ? Optional.of(new Way("/transfers/" + transfer.id() + "/trail", texts.word("transfer.trail"), ""))
                : Optional.empty();
    }
}
