package dev.baton.web.page;

import dev.baton.capture.ItemView;
import dev.baton.identity.Acting;
import dev.baton.recognition.Recognition;
import dev.baton.recognition.RecognitionRecord;
import dev.baton.recognition.RecognitionRecord.CreditView;
import dev.baton.recognition.RecognitionRecord.ThanksView;
import dev.baton.transfer.TransferId;
import dev.baton.web.page.ItemPage.Thanked;
import dev.baton.web.page.PersonPage.Credit;
import dev.baton.web.page.TransferPage.Contributor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Credits and thanks in the shape the pages show them. */
@Component
class Gratitude {

    private final Recognition recognition;

    Gratitude(Recognition recognition) {
        this.recognition = recognition;
    }

    /** Who signed what is approved in this transfer, and how often each was thanked. */
    List<Contributor> contributors(TransferId transfer) {
        return recognition.contributorsOf(transfer).stream()
                .map(person -> new Contributor(
                        person.username(), person.name(), person.site(), person.credits(), person.thanks()))
                .toList();
    }

    /** Everybody's credits and thanks in numbers, by user name. */
    Map<String, RecognitionRecord.Contributor> everybody() {
        return recognition.contributors().stream()
                .collect(Collectors.toMap(RecognitionRecord.Contributor::username, Function.identity()));
    }

    /** What a person gave, and what was said to them. */
    RecognitionRecord record(String username) {
        return recognition.record(username);
    }

    /** The thanks said about an item. */
    List<Thanked> thanksFor(ItemView item) {
        return recognition.thanksFor(item.itemId()).stream()
                .map(Gratitude::thanked)
                .toList();
    }

    /** Whether the reader may thank the item's author. */
    boolean mayThank(ItemView item) {
        return recognition.mayThank(item);
    }

    /** Says thank you to an item's author. */
    void thank(ItemView item, String text) {
        recognition.thank(item.itemId(), text);
    }

    /** The contributor answers a thank-you. */
    void answer(UUID thanks, String text) {
        recognition.answer(thanks, text);
    }

    static Thanked thanked(ThanksView thanks) {
        var zone = Acting.current().zone();
        return new Thanked(
                thanks.id().toString(),
                thanks.fromName(),
                thanks.itemId().toString(),
                thanks.title(),
                thanks.text(),
                Moments.in(zone, thanks.at()),
                thanks.answer());
    }

    static Credit credit(CreditView credit) {
        return new Credit(
                credit.act(),
                credit.itemId().toString(),
                credit.title(),
                Moments.in(Acting.current().zone(), credit.at()));
    }
}
