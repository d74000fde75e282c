package dev.baton.web.evaluation;

import dev.baton.capture.ItemId;
import dev.baton.recognition.Recognition;
import dev.baton.web.evaluation.Story.Act;
import org.springframework.stereotype.Component;

/** Thank-yous of the sample and the answers to them, each once. */
@Component
class ThanksActs {

    private final Recognition recognition;

    ThanksActs(Recognition recognition) {
        this.recognition = recognition;
    }

    void thank(ItemId item, String text) {
        var said = recognition.thanksFor(item).stream()
                .anyMatch(thanks -> thanks.text().equals(text));
        if (!said) {
            recognition.thank(item, text);
        }
    }

    void reply(ItemId item, Act act) {
        recognition.thanksFor(item).stream()
                .filter(thanks -> thanks.text().equals(act.thanks()) && thanks.answer() == null)
                .forEach(thanks -> recognition.answer(thanks.id(), act.reply()));
    }
}
