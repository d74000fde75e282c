package dev.baton.web.page;

import dev.baton.capture.ItemFilter;
import dev.baton.capture.ItemKind;
import dev.baton.capture.Items;
import dev.baton.transfer.TransferView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way to what was tried in a transfer's process and failed. */
@Component
class FailuresWay implements TransferWay {

    private static final int ALL = 200;

    private final Items items;
    private final RefusalTexts texts;

    FailuresWay(Items items, RefusalTexts texts) {
        this.items = items;
        this.texts = texts;
    }

    @Override
    public Area area() {
        return Area.KNOWLEDGE;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Optional<Way> of(TransferView transfer) {
        var told = items.list(transfer.id(), ItemFilter.of(ItemKind.NEGATIVE_KNOWLEDGE), null, ALL)
                .items()
                .size();
        return Optional.of(new Way(
                "/transfers/" + transfer.id() + "/tried-and-failed",
                texts.word("failures.title"),
                texts.word("failures.line", told)));
    }
}
