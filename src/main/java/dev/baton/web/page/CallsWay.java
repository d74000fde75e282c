package dev.baton.web.page;

import dev.baton.call.CallView;
import dev.baton.call.Calls;
import dev.baton.transfer.TransferView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way to the calls of a transfer. */
@Component
class CallsWay implements TransferWay {

    private final Calls calls;
    private final RefusalTexts texts;

    CallsWay(Calls calls, RefusalTexts texts) {
        this.calls = calls;
        this.texts = texts;
    }

    @Override
    public Area area() {
        return Area.KNOWLEDGE;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Optional<Way> of(TransferView transfer) {
        if (!transfer.started()) {
            return Optional.empty();
        }
        var all = calls.of(transfer.id());
        var open = all.stream().filter(CallView::open).toList();
        var told = open.stream().mapToInt(CallView::told).sum();
        return Optional.of(new Way(
                "/transfers/" + transfer.id() + "/calls",
                texts.word("calls.title"),
                texts.word("calls.line", open.size(), told)));
    }
}
