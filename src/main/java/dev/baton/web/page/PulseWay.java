package dev.baton.web.page;

import dev.baton.identity.Acting;
import dev.baton.recognition.Pulses;
import dev.baton.transfer.TransferView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way to the pulse of a transfer. */
@Component
class PulseWay implements TransferWay {

    private final Pulses pulses;
    private final RefusalTexts texts;

    PulseWay(Pulses pulses, RefusalTexts texts) {
        this.pulses = pulses;
        this.texts = texts;
    }

    @Override
    public Area area() {
        return Area.PEOPLE;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Way> of(TransferView transfer) {
        if (!transfer.started()) {
            return Optional.empty();
        }
        var open = pulses.view(transfer.id()).open();
        var asks = open != null
                && !open.answered()
                && pulses.isAsked(transfer.id(), Acting.current().username());
        return Optional.of(new Way(
                "/transfers/" + transfer.id() + "/pulse",
                texts.word("pulse.title"),
                asks ? texts.word("pulse.asks") : open != null ? texts.word("pulse.way", open.answers()) : ""));
    }
}
