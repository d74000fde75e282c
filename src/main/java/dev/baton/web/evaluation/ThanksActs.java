package dev.baton.web.evaluation;

import dev.baton.capture.ItemId;
import dev.baton.recognition.Thanks;
import dev.baton.web.evaluation.Story.Act;
import org.springframework.stereotype.Component;

/** Thank-yous of the sample and the answers to them, each once. */
@Component
class ThanksActs {

    private final Thanks thanks;

    ThanksActs(Thanks thanks) {
        this.thanks = thanks;
    }

    void thank(ItemId item, String text) {
        var said = thanks.about(item).stream().anyMatch(words -> words.text().equals(text));
        if (!said) {
            thanks.thank(item, null, text, null);
        }
    }

    void reply(ItemId item, Act act) {
        thanks.about(item).stream()
                .filter(words -> words.text().equals(act.thanks()) && words.answer() == null)
                .forEach(words -> thanks.answer(words.id(), act.reply()));
    }
}
