package dev.baton.web.page;

import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way to notes from a workbook, for the lead of a started transfer. */
@Component
class ItemImportWay implements TransferWay {

    private final Transfers transfers;
    private final RefusalTexts texts;

    ItemImportWay(Transfers transfers, RefusalTexts texts) {
        this.transfers = transfers;
        this.texts = texts;
    }

    @Override
    public Area area() {
        return Area.KNOWLEDGE;
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public Optional<Way> of(TransferView transfer) {
        return transfer.started() && transfers.isLead(transfer.id())
                ? Optional.of(
                        new Way("/transfers/" + transfer.id() + "/items/import", texts.word("items-import.way"), ""))
                : Optional.empty();
    }
}
