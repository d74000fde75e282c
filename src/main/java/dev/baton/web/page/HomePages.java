package dev.baton.web.page;

import dev.baton.call.Calls;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.identity.Statements;
import dev.baton.notification.NoticeView;
import dev.baton.notification.Notices;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.web.page.HomePage.TaskCard;
import dev.baton.workflow.TaskView;
import dev.baton.workflow.Tasks;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: who needs the person, and the one next task. */
@Controller
class HomePages {

    private static final int NEWS = 7;

    private final Tasks tasks;
    private final Calls calls;
    private final Transfers transfers;
    private final Notices notices;
    private final Statements statements;
    private final RefusalTexts texts;
    private final Clock clock;

    HomePages(
            Calls calls,
            Tasks tasks,
            Transfers transfers,
            Notices notices,
            Statements statements,
            RefusalTexts texts,
            Clock clock) {
        this.calls = calls;
        this.tasks = tasks;
        this.transfers = transfers;
        this.notices = notices;
        this.statements = statements;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Model model) {
        if (Acting.current().is(Role.ADMIN)) {
            return "redirect:/admin/people";
        }
        var me = Me.of(Acting.current());
        var news = notices.mine();
        var open = tasks.mine();
        var names = new HashMap<TransferId, TransferView>();
        open.forEach(task -> names.computeIfAbsent(task.transferId(), transfers::known));
        var steps = transfers.labels(
                open.stream().map(TaskView::stepId).filter(Objects::nonNull).collect(Collectors.toSet()));
        var toStart = open.isEmpty() ? toStart() : Optional.<TransferView>empty();
        var now = clock.instant();
        // What the person has put off is there, and does not ask.
        var next = open.isEmpty() || open.get(0).isPutOff(now) ? null : open.get(0);
        var cards = open.stream()
                .map(task -> card(
                        task, task.stepId() == null ? null : steps.get(task.stepId()), names.get(task.transferId())))
                .toList();
        model.addAttribute("section", "home");
        model.addAttribute(
                "home",
                new HomePage(
                        next == null ? idle(toStart) : sentence(next, names.get(next.transferId())),
                        next == null ? null : cards.get(0),
                        next == null ? cards : cards.subList(1, cards.size()),
                        unread(news)));
        model.addAttribute("hasNews", !news.isEmpty());
        model.addAttribute(
                "unread",
                news.stream().filter(notice -> notice.readAt() == null).count());
        model.addAttribute("toStart", toStart.orElse(null));
        model.addAttribute("free", open.isEmpty() ? free() : null);
        model.addAttribute("calls", me.works() ? calls.forMe() : List.of());
        model.addAttribute("statementOpen", me.works() && !statements.accepted(me.username()));
        return "home";
    }

    private String sentence(TaskView task, @Nullable TransferView transfer) {
        return texts.word("home.needs." + task.kind(), transfer == null ? "" : transfer.receivingSite(), task.title());
    }

    /** Nobody waits, or a transfer waits for its lead. */
    private String idle(Optional<TransferView> toStart) {
        return toStart.map(transfer -> texts.word("home.needs.lead", transfer.name()))
                .orElseGet(() -> texts.word("home.needs.nobody"));
    }

    /** What somebody can do of themselves while nobody waits for them: the role that says how, and where. */
    record Free(String role, String path) {}

    private Free free() {
        var me = Acting.current();
        var role = Arrays.stream(Role.values()).filter(me::is).findFirst().orElse(Role.EXPERT);
        return new Free(
                role.code(),
                switch (role) {
                    case TRANSFER_LEAD -> transfers.mine().stream()
                            .filter(transfer -> transfers.isLead(transfer.id()))
                            .findFirst()
                            .map(transfer -> "/transfers/" + transfer.id() + "/dashboard")
                            .orElse("/transfers/import");
                    case AUDITOR -> "/clauses";
                    default -> "/transfers";
                });
    }

    private Optional<TransferView> toStart() {
        return transfers.mine().stream()
                .filter(transfer -> !transfer.started() && transfers.isLead(transfer.id()))
                .findFirst();
    }

    private TaskCard card(TaskView task, @Nullable String step, @Nullable TransferView transfer) {
        var due = task.dueAt();
        return new TaskCard(
                task.taskId(),
                task.kind(),
                task.title(),
                step == null || step.equals(task.title()) ? null : step,
                transfer == null ? "" : transfer.name(),
                due == null ? null : Moments.day(Acting.current().zone(), due),
                due != null && due.isBefore(clock.instant()));
    }

    private static List<News> unread(List<NoticeView> news) {
        var zone = Acting.current().zone();
        return news.stream()
                .filter(notice -> notice.readAt() == null)
                .limit(NEWS)
                .map(notice -> News.of(notice, zone))
                .toList();
    }
}
