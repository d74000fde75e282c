package dev.baton.web.evaluation;

import dev.baton.capture.ItemId;
import dev.baton.recognition.Gift;
import dev.baton.recognition.Thanks;
import dev.baton.web.evaluation.Story.Act;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Thank-yous of the sample and the answers to them, each once. */
@Component
class ThanksActs {

    private final Thanks thanks;

    ThanksActs(Thanks thanks) {
        this.thanks = thanks;
    }

    void thank(ItemId item, String text, @Nullable String picture) {
        var said = thanks.about(item).stream().anyMatch(words -> words.text().equals(text));
        if (said) {
            return;
        }
        if (picture == null) {
            thanks.thank(item, null, text, null);
            return;
        }
        try (var bytes = new ClassPathResource("sample/" + picture).getInputStream()) {
            thanks.thank(item, null, text, new Gift(picture, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void reply(ItemId item, Act act) {
        thanks.about(item).stream()
                .filter(words -> words.text().equals(act.thanks()) && words.answer() == null)
                .forEach(words -> thanks.answer(words.id(), act.reply()));
    }
}
