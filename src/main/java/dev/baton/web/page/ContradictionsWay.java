package dev.baton.web.page;

import dev.baton.contradiction.ContradictionView;
import dev.baton.contradiction.Contradictions;
import dev.baton.transfer.TransferView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way to the voices of a transfer that disagree. */
@Component
class ContradictionsWay implements TransferWay {

    private static final int ALL = 200;

    private final Contradictions contradictions;
    private final RefusalTexts texts;

    ContradictionsWay(Contradictions contradictions, RefusalTexts texts) {
        this.contradictions = contradictions;
        this.texts = texts;
    }

    @Override
    public Area area() {
        return Area.KNOWLEDGE;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Optional<Way> of(TransferView transfer) {
        var all = contradictions.list(transfer.id(), null, ALL).items();
        var open = all.stream().filter(ContradictionView::isOpen).count();
        var proposed = all.stream().filter(ContradictionView::isProposed).count();
        return Optional.of(new Way(
                "/transfers/" + transfer.id() + "/contradictions",
                texts.word("contradictions.title"),
                texts.word("contradictions.line", open, proposed)));
    }
}
