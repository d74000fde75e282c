package dev.baton.web.page;

import static java.util.stream.Collectors.groupingBy;

import dev.baton.capture.ItemView;
import dev.baton.identity.Acting;
import dev.baton.recognition.Gift;
import dev.baton.recognition.Milestones;
import dev.baton.recognition.Recognition;
import dev.baton.recognition.RecognitionRecord;
import dev.baton.recognition.RecognitionRecord.CreditView;
import dev.baton.recognition.RecognitionRecord.Effects;
import dev.baton.recognition.RecognitionRecord.ThanksView;
import dev.baton.recognition.Thanks;
import dev.baton.recognition.Thanks.Thankable;
import dev.baton.transfer.TransferId;
import dev.baton.web.page.ItemPage.Thanked;
import dev.baton.web.page.PersonPage.Act;
import dev.baton.web.page.PersonPage.Given;
import dev.baton.web.page.TransferPage.Contributor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Credits and thanks in the shape the pages show them. */
@Component
class Gratitude {

    private final Recognition recognition;
    private final Thanks thanks;
    private final Milestones milestones;
    private final RefusalTexts texts;

    Gratitude(Recognition recognition, Thanks thanks, Milestones milestones, RefusalTexts texts) {
        this.milestones = milestones;
        this.thanks = thanks;
        this.recognition = recognition;
        this.texts = texts;
    }

    /** A milestone in a sentence. */
    record Reached(String sentence, When at) {}

    /** The milestones of a transfer, the latest first. */
    List<Reached> reached(TransferId transfer) {
        return milestones.of(transfer).stream()
                .map(reached -> new Reached(
                        texts.word(
                                "milestone." + reached.measure() + "-" + reached.percent(),
                                reached.steps(),
                                reached.ofSteps()),
                        Moments.day(Acting.current().zone(), reached.reachedAt())))
                .toList();
    }

    /** Who signed what is approved in this transfer, with what they did. */
    List<Contributor> contributors(TransferId transfer) {
        return recognition.contributorsOf(transfer).stream()
                .map(person -> new Contributor(person.username(), person.name(), person.site(), did(person)))
                .toList();
    }

    /** What everybody did, in words, by user name. */
    Map<String, String> everybody() {
        return recognition.contributors().stream()
                .collect(Collectors.toMap(RecognitionRecord.Contributor::username, this::did));
    }

    /** What somebody did, in words: no number of theirs stands beside a number of somebody else. */
    private String did(RecognitionRecord.Contributor person) {
        var words = new ArrayList<String>();
        person.acts().stream()
                .map(act -> texts.word("credit.did." + act))
                .distinct()
                .sorted()
                .forEach(words::add);
        if (person.thanked()) {
            words.add(texts.word("credit.did.thanked"));
        }
        return String.join(" · ", words);
    }

    /** What a person gave, and what was said to them. */
    RecognitionRecord record(String username) {
        return recognition.record(username);
    }

    /** The reader chooses who may see their own record. */
    void choose(String visibility) {
        recognition.choose(Recognition.visibility(visibility));
    }

    /** The thanks said about an item. */
    List<Thanked> thanksFor(ItemView item) {
        return thanks.about(item.itemId()).stream().map(Gratitude::thanked).toList();
    }

    /** Whom the reader may thank for the item, its author first. */
    List<Thankable> thankable(ItemView item) {
        return thanks.thankable(item);
    }

    /** Says thank you to a contributor, the author where nobody is named; answers their name as the reader may know it. */
    String thank(ItemView item, String to, String text, @Nullable MultipartFile file) throws IOException {
        var whom = thankable(item).stream()
                .filter(person -> person.username().equals(to))
                .map(Thankable::name)
                .findFirst()
                .orElse(item.authorName());
        thanks.thank(item.itemId(), to, text, gift(file));
        return whom;
    }

    /** The contributor answers a thank-you. */
    void answer(UUID thanksId, String text) {
        thanks.answer(thanksId, text);
    }

    /** What was put with somebody's words, or null. */
    static @Nullable Gift gift(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return null;
        }
        var name = file.getOriginalFilename();
        return new Gift(name == null ? "" : name, file.getInputStream());
    }

    static Thanked thanked(ThanksView thanks) {
        var zone = Acting.current().zone();
        return new Thanked(
                thanks.id().toString(),
                thanks.fromName(),
                thanks.toName(),
                thanks.itemId().toString(),
                thanks.title(),
                thanks.text(),
                Moments.in(zone, thanks.at()),
                thanks.files().stream().map(Kept::of).toList(),
                thanks.answer());
    }

    /** Credits, item by item, the latest first. */
    List<Given> given(List<CreditView> credits) {
        return credits.stream()
                .collect(groupingBy(Gratitude::about, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(this::one)
                .toList();
    }

    private static Object about(CreditView credit) {
        return Objects.requireNonNullElse(credit.itemId(), credit.step()) + " " + credit.cause();
    }

    private Given one(List<CreditView> credits) {
        var zone = Acting.current().zone();
        var latest = credits.get(0);
        var item = latest.itemId();
        return new Given(
                item == null ? null : item.toString(),
                latest.title(),
                latest.title().equals(latest.step()) ? null : latest.step(),
                credits.stream()
                        .map(credit -> new Act(credit.act(), Moments.day(zone, credit.at())))
                        .collect(Collectors.toMap(
                                act -> act.act() + act.at().text(),
                                act -> act,
                                (first, same) -> first,
                                LinkedHashMap::new))
                        .values()
                        .stream()
                        .toList(),
                effects(latest.effects()),
                fell(latest));
    }

    private @Nullable String fell(CreditView credit) {
        var at = credit.withdrawnAt();
        return at == null || credit.cause() == null
                ? null
                : texts.word(
                        "credit.fell." + credit.cause(),
                        Moments.day(Acting.current().zone(), at).text());
    }

    private String effects(Effects effects) {
        var said = new ArrayList<String>();
        say(said, "credit.effect.read", effects.readBy());
        say(said, "credit.effect.runs", effects.runs());
        say(said, "credit.effect.cue", effects.cueNamed());
        return String.join(" · ", said);
    }

    private void say(List<String> said, String key, @Nullable Integer number) {
        if (number != null && number > 0) {
            said.add(texts.word(key, number));
        }
    }
}
