package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Reasons;
import dev.baton.identity.Reauthentication;
import dev.baton.identity.Role;
import dev.baton.trailreview.FindingView;
import dev.baton.trailreview.NewFinding;
import dev.baton.trailreview.ReviewState;
import dev.baton.trailreview.Reviewing;
import dev.baton.trailreview.Severity;
import dev.baton.trailreview.TrailReviewId;
import dev.baton.trailreview.TrailReviewOpening;
import dev.baton.trailreview.TrailReviewView;
import dev.baton.trailreview.TrailReviewView.Entry;
import dev.baton.trailreview.TrailReviews;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.web.page.TrailSentence.Choice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reviews of the audit trail: the list of a transfer, and one review, looked at act by act and signed. */
@Controller
class TrailReviewPages {

    private static final int ALL = 200;

    private final TrailReviews reviews;
    private final TrailReviewOpening opening;
    private final Reviewing reviewing;
    private final TrailSentences sentences;
    private final Transfers transfers;
    private final People people;
    private final Reauthentication reauthentication;
    private final RefusalTexts texts;

    TrailReviewPages(
            TrailReviews reviews,
            TrailReviewOpening opening,
            Reviewing reviewing,
            TrailSentences sentences,
            Transfers transfers,
            People people,
            Reauthentication reauthentication,
            RefusalTexts texts) {
        this.reviews = reviews;
        this.opening = opening;
        this.reviewing = reviewing;
        this.sentences = sentences;
        this.transfers = transfers;
        this.people = people;
        this.reauthentication = reauthentication;
        this.texts = texts;
    }

    /** A review in the list. */
    record Line(String id, int number, String state, When opened, int drawn, int population, long findings) {}

    /** An act that is looked at, as a sentence. */
    record Act(int position, TrailSentence said, @Nullable String criterion, @Nullable String answer) {}

    /** A finding in the review. */
    record Found(String id, int number, String what, String severity, String state, String responsible) {}

    /** A signature at the foot. */
    record Mark(String signer, String role, String site, When at, boolean valid) {}

    @ModelAttribute("section")
    String section() {
        return "trail-reviews";
    }

    @GetMapping("/transfers/{id}/trail-reviews")
    String list(@PathVariable String id, Model model) {
        return overview(TransferId.of(id), model);
    }

    @PostMapping("/transfers/{id}/trail-reviews")
    String open(@PathVariable String id, Model model, HttpServletResponse response) {
        var transfer = TransferId.of(id);
        try {
            return "redirect:/trail-reviews/" + opening.open(transfer);
        } catch (Refusal refusal) {
            wrong(refusal, model, response);
            return overview(transfer, model);
        }
    }

    @GetMapping("/trail-reviews/{id}")
    String review(@PathVariable String id, Model model) {
        return page(TrailReviewId.of(id), model);
    }

    @PostMapping("/trail-reviews/{id}/in-order")
    String inOrder(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<Integer> entries,
            Model model,
            HttpServletResponse response) {
        var review = TrailReviewId.of(id);
        return act(review, model, response, () -> reviewing.inOrder(review, entries));
    }

    @PostMapping("/trail-reviews/{id}/finding")
    String finding(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<Integer> entries,
            NewFinding finding,
            Model model,
            HttpServletResponse response) {
        var review = TrailReviewId.of(id);
        model.addAttribute("entered", finding);
        return act(review, model, response, () -> reviewing.finding(review, entries, finding));
    }

    @PostMapping("/trail-reviews/{id}/take-over")
    String takeOver(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        var review = TrailReviewId.of(id);
        return act(review, model, response, () -> {
            reviewing.requireReviewer(review);
            Reasons.require(reason, () -> reviewing.takeOver(review));
        });
    }

    @PostMapping("/trail-reviews/{id}/sign")
    String sign(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var review = TrailReviewId.of(id);
        return act(review, model, response, () -> {
            reviewing.requireReviewer(review);
            var proof = reauthentication.prove(username, password);
            if (reviews.view(review).head().state() == ReviewState.VERIFICATION) {
                reviewing.verify(review, comment, proof);
            } else {
                reviewing.sign(review, proof);
            }
            flash.addFlashAttribute("done", texts.word("trailreview.page.signed"));
        });
    }

    private String act(TrailReviewId review, Model model, HttpServletResponse response, Runnable work) {
        try {
            work.run();
            return "redirect:/trail-reviews/" + review;
        } catch (Refusal refusal) {
            wrong(refusal, model, response);
            return page(review, model);
        }
    }

    private void wrong(Refusal refusal, Model model, HttpServletResponse response) {
        response.setStatus(refusal.kind().status());
        model.addAttribute("wrong", texts.of(refusal));
    }

    private String overview(TransferId id, Model model) {
        var transfer = transfers.require(id);
        var zone = Acting.current().zone();
        model.addAttribute("transferId", id.toString());
        model.addAttribute("transfer", transfer.name());
        var coverage = reviews.readableCoverage(id);
        model.addAttribute("mayOpen", Acting.current().is(Role.QUALITY) && coverage.openReview() == null);
        model.addAttribute("missing", texts.of(coverage.missing()).faults());
        model.addAttribute(
                "reviews",
                reviews.list(id, null, ALL).items().stream()
                        .map(review -> new Line(
                                review.head().id().toString(),
                                review.head().number(),
                                review.head().state().code(),
                                Moments.in(zone, review.head().openedAt()),
                                review.head().drawn(),
                                review.head().population(),
                                review.findings().size()))
                        .toList());
        return "trail-reviews";
    }

    private String page(TrailReviewId id, Model model) {
        var review = reviews.view(id);
        var head = review.head();
        var me = Acting.current();
        var zone = me.zone();
        var transfer = transfers.require(head.transferId());
        var next = review.nextFor(me.username());
        model.addAttribute("id", id.toString());
        model.addAttribute("transferId", transfer.id().toString());
        model.addAttribute("transfer", transfer.name());
        model.addAttribute("head", head);
        model.addAttribute("state", head.state().code());
        model.addAttribute("opened", Moments.in(zone, head.openedAt()));
        model.addAttribute("next", said(id, next));
        model.addAttribute("left", review.leftFor(me.username()).size());
        model.addAttribute(
                "looked",
                said(
                        id,
                        review.entries().stream()
                                .filter(entry -> entry.answer() != null)
                                .toList()));
        model.addAttribute(
                "findings", review.findings().stream().map(this::found).toList());
        model.addAttribute("marks", review.signatures().stream().map(this::mark).toList());
        model.addAttribute("maySign", maySign(review, me.username()));
        model.addAttribute("verifies", head.state() == ReviewState.VERIFICATION);
        model.addAttribute("reviewerName", head.reviewer() == null ? null : name(head.reviewer()));
        model.addAttribute(
                "waitsFor",
                head.state() == ReviewState.SIGNED || review.reviewers().contains(me.username())
                        ? List.of()
                        : review.reviewers().stream().map(this::name).toList());
        model.addAttribute("mayTakeOver", mayTakeOver(review, me.username()));
        model.addAttribute("signer", me.name());
        model.addAttribute("signerSite", me.site());
        model.addAttribute(
                "severities",
                Arrays.stream(Severity.values()).map(Severity::code).toList());
        model.addAttribute(
                "people",
                next.isEmpty()
                        ? List.of()
                        : reviews.possiblyResponsible(id).stream()
                                .map(person -> new Choice(person.username(), person.name()))
                                .toList());
        return "trail-review";
    }

    private static boolean maySign(TrailReviewView review, String username) {
        return review.reviewers().contains(username)
                && review.leftFor(username).isEmpty()
                && review.head().state() != ReviewState.SIGNED;
    }

    private static boolean mayTakeOver(TrailReviewView review, String username) {
        var reviewer = review.head().reviewer();
        return review.head().state() == ReviewState.OPEN
                && reviewer != null
                && !reviewer.equals(username)
                && review.reviewers().contains(username);
    }

    private List<Act> said(TrailReviewId id, List<Entry> entries) {
        var acts = entries.isEmpty()
                ? Map.<Long, dev.baton.audit.TrailAct>of()
                : reviews.acts(id, entries.stream().map(Entry::no).toList());
        return entries.stream()
                .filter(entry -> acts.get(entry.no()) != null)
                .map(entry -> new Act(
                        entry.position(),
                        sentences.sentence(Objects.requireNonNull(acts.get(entry.no()))),
                        entry.criterion() == null
                                ? null
                                : texts.wordOr(
                                        "trailreview.criterion."
                                                + entry.criterion().code(),
                                        entry.criterion().code()),
                        entry.answer() == null ? null : entry.answer().code()))
                .toList();
    }

    private Found found(FindingView finding) {
        return new Found(
                finding.id().toString(),
                finding.number(),
                finding.what(),
                finding.severity().code(),
                finding.state().code(),
                name(finding.responsible()));
    }

    private Mark mark(TrailReviewView.Signed signed) {
        var signature = signed.signature();
        return new Mark(
                signature.signer(),
                texts.word("role." + signature.role().code()),
                signature.site(),
                Moments.in(signature.zone(), signature.signedAt()),
                signed.valid());
    }

    private String name(String username) {
        return people.person(username).map(PersonView::name).orElse(username);
    }
}
