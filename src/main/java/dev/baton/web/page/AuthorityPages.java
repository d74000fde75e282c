package dev.baton.web.page;

import dev.baton.handover.Authority;
import dev.baton.handover.AuthorityView;
import dev.baton.handover.AuthorityView.Answer;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.verification.Reading;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Who may do what in a transfer: one person after the other, with what is missing and where it is made good. */
@Controller
class AuthorityPages {

    private final Authority authority;
    private final Transfers transfers;
    private final RefusalTexts texts;
    private final Clock clock;

    AuthorityPages(Authority authority, Transfers transfers, RefusalTexts texts, Clock clock) {
        this.authority = authority;
        this.transfers = transfers;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What one person may do.
     *
     * @param mine whether the reader is that person
     * @param opened how often they opened a card unread, as words, or null
     */
    record Somebody(
            String name, String site, boolean mine, List<May> acts, @Nullable String opened, List<Step> steps) {}

    /**
     * One act.
     *
     * @param state {@code done}, {@code waiting} or empty for neither
     * @param todo where it is made good, or null: nothing to do, or not the reader's to do
     */
    record May(
            String act,
            String state,
            String tag,
            String why,
            @Nullable When until,
            @Nullable String todo,
            @Nullable String todoText) {}

    /** One step with what is still to be read there. */
    record Step(String step, List<Tag> tags, List<Text> unread) {}

    /** A word with its state. */
    record Tag(String state, String text) {}

    /** A text to be read. */
    record Text(String href, String title, When due, boolean overdue) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping("/transfers/{id}/authority")
    String page(@PathVariable String id, Model model) {
        var transfer = transfers.require(TransferId.of(id));
        var all = authority.of(transfer.id());
        model.addAttribute("transferId", transfer.id().toString());
        model.addAttribute("transfer", transfer.name());
        var keeps = transfers.isLead(transfer.id()) || Acting.current().is(Role.QUALITY);
        model.addAttribute("receivers", of(all, Role.RECEIVER, keeps));
        model.addAttribute("experts", of(all, Role.EXPERT, keeps));
        model.addAttribute("keeps", keeps);
        return "authority";
    }

    private List<Somebody> of(List<AuthorityView> all, Role role, boolean keeps) {
        return all.stream()
                .filter(view -> view.role() == role)
                .map(view -> somebody(view, keeps))
                .toList();
    }

    private Somebody somebody(AuthorityView view, boolean keeps) {
        var mine = view.username().equals(Acting.current().username());
        return new Somebody(
                view.name(),
                view.site(),
                mine,
                Stream.of(
                                may("tell", view.tell(), mine, keeps),
                                may("review", view.review(), mine, keeps),
                                demonstrate(view, mine, keeps),
                                may("use", view.use(), mine, keeps))
                        .flatMap(Optional::stream)
                        .toList(),
                view.openedUnread() == 0 ? null : texts.word("authority.opened", view.openedUnread()),
                view.steps().stream().map(step -> step(step, mine)).toList());
    }

    /** What keeps somebody from a review is said once. */
    private Optional<May> demonstrate(AuthorityView view, boolean mine, boolean keeps) {
        var may = may("demonstrate", view.demonstrate(), mine, keeps);
        return Objects.equals(view.demonstrate(), view.review())
                ? may.map(same -> new May(
                        same.act(), same.state(), same.tag(), texts.word("authority.why.as-review"), null, null, null))
                : may;
    }

    private Optional<May> may(String act, @Nullable Answer answer, boolean mine, boolean keeps) {
        if (answer == null) {
            return Optional.empty();
        }
        var some = answer.may() && !Objects.equals(answer.steps(), answer.of());
        var nothing = answer.why() == AuthorityView.Why.NOTHING_IN_FORCE;
        var todo = mine ? answer.todo() : keeps ? theirs(answer.todo()) : null;
        return Optional.of(new May(
                texts.word("authority." + act),
                nothing ? "" : answer.may() && !some ? "done" : "waiting",
                nothing
                        ? texts.word("authority.nothing")
                        : some
                                ? texts.word("authority.some", count(answer.steps()), count(answer.of()))
                                : texts.word(answer.may() ? "authority.may" : "authority.not-yet"),
                texts.word("authority.why." + answer.why().code()),
                day(answer.until()),
                todo,
                todo == null ? null : texts.word("authority.todo." + last(todo) + (mine ? ".mine" : ""))));
    }

    private static int count(@Nullable Integer steps) {
        return Objects.requireNonNullElse(steps, 0);
    }

    /** Lead and quality look after the training of others; nobody accepts the statement for somebody else. */
    private static @Nullable String theirs(@Nullable String page) {
        if (page == null) {
            return null;
        }
        return switch (last(page)) {
            case "briefing" -> page.replaceFirst("briefing$", "training");
            case "readings" -> page;
            default -> null;
        };
    }

    private static String last(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private Step step(AuthorityView.Step step, boolean mine) {
        var use = step.use();
        return new Step(
                step.step(),
                List.of(
                        tag(step.demonstrate(), "demonstrate"),
                        use == null ? new Tag("", texts.word("authority.step.no-card")) : tag(use, "use")),
                step.unread().stream().map(reading -> text(reading, mine)).toList());
    }

    private Tag tag(boolean may, String act) {
        return new Tag(may ? "done" : "waiting", texts.word("authority.step." + act + (may ? "" : ".not")));
    }

    private Text text(Reading reading, boolean mine) {
        return new Text(
                "/items/" + reading.itemId() + (mine ? "/read" : ""),
                reading.title(),
                Moments.day(Acting.current().zone(), reading.dueAt()),
                reading.isOverdue(clock.instant()));
    }

    private static @Nullable When day(@Nullable Instant at) {
        return at == null ? null : Moments.day(Acting.current().zone(), at);
    }
}
