package dev.baton.web.page;

import dev.baton.recognition.Expertise;
import dev.baton.transfer.TransferView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way to who knows what in a transfer, by step. */
@Component
class KnowledgeRiskWay implements TransferWay {

    private final Expertise expertise;
    private final RefusalTexts texts;

    KnowledgeRiskWay(Expertise expertise, RefusalTexts texts) {
        this.expertise = expertise;
        this.texts = texts;
    }

    @Override
    public Area area() {
        return Area.PEOPLE;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Way> of(TransferView transfer) {
        var alone = expertise.busFactors(transfer.id()).values().stream()
                .filter(people -> people == 1)
                .count();
        return Optional.of(new Way(
                "/transfers/" + transfer.id() + "/knowledge",
                texts.word("expertise.way"),
                texts.word("expertise.alone", alone)));
    }
}
