package dev.baton.web.page;

import dev.baton.capture.HiddenFactory;
import dev.baton.transfer.TransferView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way to a transfer's hidden factory. */
@Component
class HiddenFactoryWay implements TransferWay {

    private final HiddenFactory factory;
    private final RefusalTexts texts;

    HiddenFactoryWay(HiddenFactory factory, RefusalTexts texts) {
        this.factory = factory;
        this.texts = texts;
    }

    @Override
    public Area area() {
        return Area.KNOWLEDGE;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Optional<Way> of(TransferView transfer) {
        var process = factory.of(transfer.id()).process();
        return Optional.of(new Way(
                "/transfers/" + transfer.id() + "/hidden-factory",
                texts.word("factory.way"),
                process.told() == 0
                        ? texts.word("factory.way.none")
                        : texts.word("factory.way.line", process.told(), process.steps())));
    }
}
