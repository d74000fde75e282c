package dev.baton.recognition;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.Confidence;
import dev.baton.capture.FileView;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.recognition.RecognitionEvent.Thanked;
import dev.baton.recognition.RecognitionEvent.ThanksAnswered;
import dev.baton.recognition.RecognitionRecord.ThanksView;
import dev.baton.recognition.RecognitionRefusals.NotOfThisTransfer;
import dev.baton.recognition.RecognitionRefusals.ThankingOneself;
import dev.baton.recognition.RecognitionRefusals.ThanksAlreadyAnswered;
import dev.baton.recognition.RecognitionRefusals.ThanksUnknown;
import dev.baton.recognition.RecognitionRefusals.WordsRefused;
import dev.baton.review.Reviews;
import dev.baton.review.Reviews.Contribution;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to words of thanks: said once, by somebody of the transfer, to a named contributor, who may answer. */
@Service
public class Thanks {

    /** Longest thank-you and longest answer, in UTF-16 units. */
    public static final int LONGEST = 2_000;

    private final Items items;
    private final Confidence confidence;
    private final Reviews reviews;
    private final Transfers transfers;
    private final People people;
    private final ThankYous thankYous;
    private final ThanksAnswers answers;
    private final RecognitionReadModel reading;
    private final KeepsakeShelf keepsakes;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Thanks(
            Items items,
            Confidence confidence,
            Reviews reviews,
            Transfers transfers,
            People people,
            ThankYous thankYous,
            ThanksAnswers answers,
            RecognitionReadModel reading,
            KeepsakeShelf keepsakes,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.items = items;
        this.confidence = confidence;
        this.reviews = reviews;
        this.transfers = transfers;
        this.people = people;
        this.thankYous = thankYous;
        this.answers = answers;
        this.reading = reading;
        this.keepsakes = keepsakes;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Somebody who may be thanked for an item. */
    public record Thankable(String username, String name) {}

    /** The thanks for an item, oldest first, if the current actor may see it. */
    @Transactional(readOnly = true)
    public List<ThanksView> about(ItemId item) {
        items.require(item);
        return reading.thanksFor(item.value()).stream().map(this::named).toList();
    }

    /** A name held in confidence stays held. */
    private ThanksView named(ThanksView thanks) {
        return thanks.to().isEmpty() ? thanks.toSomebody(confidence.words()) : thanks;
    }

    /** Whom the current actor may thank for this item, its author first; empty when the item is not of their transfers. */
    @Transactional(readOnly = true)
    public List<Thankable> thankable(ItemView item) {
        var me = Acting.current().username();
        if (!belongs(item.transferId(), me)) {
            return List.of();
        }
        if (confidence.isHeld(item.itemId(), me)) {
            return List.of();
        }
        return contributors(items.known(item.itemId())).stream()
                .filter(username -> !username.equals(me))
                .map(username -> thankable(item.itemId(), username))
                .distinct()
                .toList();
    }

    private Thankable thankable(ItemId item, String username) {
        return confidence.isHeld(item, username)
                ? new Thankable("", confidence.words())
                : new Thankable(
                        username, people.person(username).map(PersonView::name).orElse(username));
    }

    /**
     * The current actor thanks a contributor to an item in their own words.
     *
     * @param to user name of the contributor, or null for the author
     * @param gift a picture or a short clip, or null
     */
    public ThanksView thank(ItemId itemId, @Nullable String to, @Nullable String text, @Nullable Gift gift) {
        transaction.executeWithoutResult(status -> checked(known(itemId), to, text));
        var file = keepsakes.take(gift);
        return Objects.requireNonNull(transaction.execute(status -> say(known(itemId), to, text, file)));
    }

    /** The item with its author, whom a reader of it need not know. */
    private ItemView known(ItemId id) {
        items.require(id);
        return items.known(id);
    }

    private ThanksView say(ItemView item, @Nullable String to, @Nullable String text, @Nullable FileView file) {
        var me = Acting.current().username();
        var whom = checked(item, to, text);
        var title = item.content().title();
        var thanks = thankYous.saveAndFlush(new ThankYou(
                item,
                title == null ? item.itemId().toString() : title,
                me,
                whom,
                String.valueOf(text),
                clock.instant()));
        keepsakes.put(file, item.transferId(), thanks.getId(), me);
        events.publishEvent(new Thanked(
                item.transferId(), item.itemId(), thanks.getId(), me, confidence.openName(item.itemId(), whom)));
        return one(thanks);
    }

    /** Who is thanked; refuses what may not be said. */
    private String checked(ItemView item, @Nullable String to, @Nullable String text) {
        var me = Acting.current().username();
        var whom = to == null || to.isBlank() ? item.author() : to.strip();
        if (me.equals(whom)) {
            throw new ThankingOneself();
        }
        if (!belongs(item.transferId(), me)) {
            throw new NotOfThisTransfer();
        }
        if (confidence.isHeld(item.itemId(), me)) {
            throw new WordsRefused(List.of(Fault.of("to", "recognition.held-oneself")));
        }
        if (!contributors(item).contains(whom)) {
            throw new WordsRefused(List.of(Fault.of("to", "recognition.not-a-contributor")));
        }
        requireWords(text);
        return whom;
    }

    /** The contributor answers a thank-you, once. */
    @Transactional
    public ThanksView answer(UUID thanksId, @Nullable String text) {
        var me = Acting.current().username();
        var thanks = thankYous
                .findById(thanksId)
                .filter(said -> said.to().equals(me))
                .orElseThrow(() -> new ThanksUnknown(thanksId));
        if (answers.existsByThanksId(thanksId)) {
            throw new ThanksAlreadyAnswered();
        }
        answers.saveAndFlush(new ThanksAnswer(thanks, requireWords(text), clock.instant()));
        var item = new ItemId(thanks.itemId());
        events.publishEvent(new ThanksAnswered(
                new TransferId(thanks.transferId()), item, thanksId, confidence.openName(item, me), thanks.from()));
        return one(thanks);
    }

    /** User name of whoever was thanked, also where it is held: for telling them. */
    @Transactional(readOnly = true)
    public String thanked(UUID thanksId) {
        return thankYous.findById(thanksId).map(ThankYou::to).orElseThrow(() -> new ThanksUnknown(thanksId));
    }

    /** Everybody whose hand is in the item: who wrote it, asked, or reviewed any of its versions. */
    private Set<String> contributors(ItemView item) {
        var all = new LinkedHashSet<String>();
        all.add(item.author());
        for (int version = item.latestVersion(); version > 0; version--) {
            reviews.contributions(item.itemId(), version).stream()
                    .map(Contribution::username)
                    .forEach(all::add);
        }
        return all;
    }

    private ThanksView one(ThankYou thanks) {
        return reading.thanksFor(thanks.itemId()).stream()
                .map(this::named)
                .filter(view -> view.id().equals(thanks.getId()))
                .findFirst()
                .orElseThrow();
    }

    private boolean belongs(TransferId transfer, String username) {
        return Acting.current().is(Role.QUALITY)
                || transfers.team(transfer).stream()
                        .anyMatch(member -> member.username().equals(username));
    }

    static String requireWords(@Nullable String text) {
        var faults = new ArrayList<Fault>();
        Texts.require("text", text, LONGEST, faults);
        if (text == null || !faults.isEmpty()) {
            throw new WordsRefused(faults);
        }
        return text;
    }
}
