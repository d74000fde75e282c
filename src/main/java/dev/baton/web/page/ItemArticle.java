package dev.baton.web.page;

import dev.baton.capture.ItemContent;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.capture.Methods;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.review.QuestionView;
import dev.baton.review.Reviews;
import dev.baton.review.TriageView;
import dev.baton.signature.SignatureView;
import dev.baton.transfer.Transfers;
import dev.baton.web.page.ItemPage.Part;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes the article of an item from what capture, review, signature and recognition know of it. */
@Component
class ItemArticle {

    private final Items items;
    private final Reviews reviews;
    private final Transfers transfers;
    private final People people;
    private final Gratitude gratitude;
    private final RefusalTexts texts;
    private final Methods methods;

    ItemArticle(
            Items items,
            Reviews reviews,
            Transfers transfers,
            People people,
            Gratitude gratitude,
            RefusalTexts texts,
            Methods methods) {
        this.items = items;
        this.reviews = reviews;
        this.transfers = transfers;
        this.people = people;
        this.gratitude = gratitude;
        this.texts = texts;
        this.methods = methods;
    }

    /** The page of this version. */
    ItemPage of(ItemView item) {
        var zone = Acting.current().zone();
        var transfer = transfers.known(item.transferId());
        var content = item.content();
        var triage = reviews.triageOf(item.itemId(), item.version());
        var step = StepPage.of(transfers.step(item.stepId()), transfer.name(), List.of(), List.of(), null, null, false);
        return new ItemPage(
                item.itemId().toString(),
                item.transferId().toString(),
                transfer.name(),
                step,
                String.valueOf(content.title()),
                String.valueOf(content.kind()),
                item.state().code(),
                item.inRework(),
                triage.map(TriageView::onHold).orElse(false),
                item.isUnaltered(),
                item.version(),
                item.latestVersion(),
                item.authorName(),
                confidence(item),
                Moments.day(zone, item.submittedAt()),
                parts(content),
                facts(content, zone),
                item.files().stream().map(StepPage.Evidence::of).toList(),
                methods.name(content.method()).orElse(null),
                methods.read(content).stream().map(ItemPage.Said::of).toList(),
                triage.map(found -> found.outcome().code()).orElse(null),
                triage.map(TriageView::reference).orElse(null),
                reviews.namedPeer(item.itemId(), item.version())
                        .map(peer -> texts.word(
                                "item.substitute", name(peer.username()), name(peer.namedBy()), peer.reason()))
                        .orElse(null),
                item.signatures().stream()
                        .map(signature -> signed(signature, item))
                        .toList(),
                reviews.questions(item.itemId()).stream()
                        .map(question -> asked(question, zone))
                        .toList(),
                items.versions(item.itemId()).stream()
                        .map(version -> new ItemPage.Version(
                                version.version(), version.state().code(), Moments.in(zone, version.submittedAt())))
                        .toList(),
                gratitude.thanksFor(item),
                gratitude.thankable(item));
    }

    /** What the reader is told of an item in confidence: that it is theirs, that their look is noted, or that it is. */
    private static @Nullable String confidence(ItemView item) {
        if (!item.inConfidence()) {
            return null;
        }
        if (item.author().equals(ItemView.HELD)) {
            return "held";
        }
        return item.author().equals(Acting.current().username()) ? "mine" : "seen";
    }

    /** The parts of the text that are filled, in reading order. */
    static List<Part> parts(ItemContent content) {
        var parts = new ArrayList<Part>();
        var failure = content.failure();
        if (failure != null) {
            add(parts, "tried", failure.tried());
            add(parts, "happened", failure.happened());
            add(parts, "because", failure.because());
            add(parts, "since", failure.since());
        }
        add(parts, failure == null ? "whatIsDone" : "instead", content.whatIsDone());
        add(parts, "why", content.why());
        add(parts, "cue", content.cue());
        add(parts, "consequence", content.consequence());
        return parts;
    }

    private List<Part> facts(ItemContent content, ZoneId zone) {
        var facts = new ArrayList<Part>();
        add(
                facts,
                "observedAt",
                content.observedAt() == null
                        ? null
                        : Moments.in(zone, content.observedAt()).text());
        add(facts, "shift", content.shift());
        add(facts, "batches", content.batches());
        add(facts, "sense", word("sense.", content.sense()));
        add(facts, "threshold", threshold(content.threshold()));
        add(facts, "strainDependent", yesOrNo(content.strainDependent()));
        add(facts, "confidence", content.confidence() == null ? null : String.valueOf(content.confidence()));
        add(facts, "alsoKnownBy", content.alsoKnownBy());
        add(
                facts,
                "coAuthors",
                content.coAuthors() == null
                        ? null
                        : content.coAuthors().stream().map(this::name).collect(Collectors.joining(", ")));
        var interview = content.interview();
        if (interview != null) {
            add(
                    facts,
                    "interview",
                    interview.minutes() == null
                            ? name(interview.interviewer())
                            : texts.word("item.interview.minutes", name(interview.interviewer()), interview.minutes()));
        }
        if (content.outsideRange() != null) {
            add(facts, "outsideRange", texts.wordOr("item.range." + content.outsideRange(), content.outsideRange()));
        }
        return facts;
    }

    private static void add(List<Part> parts, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            parts.add(new Part(name, text));
        }
    }

    private @Nullable String word(String family, @Nullable String code) {
        return code == null || code.isBlank() ? code : texts.wordOr(family + code.replace(' ', '-'), code);
    }

    private @Nullable String threshold(ItemContent.@Nullable Threshold threshold) {
        return threshold == null
                ? null
                : Stream.of(threshold.value(), threshold.unit(), word("estimated.", threshold.estimatedBy()))
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(" "));
    }

    private @Nullable String yesOrNo(@Nullable Boolean answer) {
        return answer == null ? null : texts.word(answer ? "item.yes" : "item.no");
    }

    private ItemPage.Signed signed(SignatureView signature, ItemView item) {
        return new ItemPage.Signed(
                signature.signer(),
                signature.username().equals(ItemView.HELD) ? texts.word("confidence.username") : signature.username(),
                signature.role().code(),
                signature.site(),
                signature.meaning().code(),
                signature.decision() == null
                        ? null
                        : texts.wordOr("decision." + signature.decision(), signature.decision()),
                signature.comment(),
                Moments.utc(signature.signedAt()),
                Moments.wall(signature.zone(), signature.signedAt()),
                signature.contentHash(),
                signature.isValidFor(item.contentHash()));
    }

    private ItemPage.Asked asked(QuestionView question, ZoneId zone) {
        return new ItemPage.Asked(
                question.text(),
                question.askedByName(),
                question.askedBySite(),
                question.stage().code(),
                question.version(),
                Moments.in(zone, question.askedAt()),
                question.answer(),
                question.answeredByName(),
                question.answeredAt() == null ? null : Moments.in(zone, question.answeredAt()));
    }

    private String name(String username) {
        return people.person(username).map(PersonView::name).orElse(username);
    }
}
