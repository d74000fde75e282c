package dev.baton.web.page;

import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way to official instructions from an SOP, for the lead. */
@Component
class InstructionsWay implements TransferWay {

    private final Transfers transfers;
    private final RefusalTexts texts;

    InstructionsWay(Transfers transfers, RefusalTexts texts) {
        this.transfers = transfers;
        this.texts = texts;
    }

    @Override
    public Area area() {
        return Area.EVIDENCE;
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public Optional<Way> of(TransferView transfer) {
        return transfers.isLead(transfer.id())
                ? Optional.of(new Way(
                        "/transfers/" + transfer.id() + "/instructions/import", texts.word("instructions.way"), ""))
                : Optional.empty();
    }
}
