package dev.baton.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.baton.notification.NoticeBoard.News;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.verification.TrainingDue;
import dev.baton.verification.TrainingNeeds;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds people of the receiving site of what they have to read and sign: some days before, on the day, and each week
 * after it. What is due on the same day in a transfer comes as one. Each is put up once, so that looking often, on several
 * nodes or after a pause, repeats nothing; of what was missed meanwhile only the latest is told.
 */
@Component
class TrainingNews {

    private static final int WEEK = 7;

    private final NoticeBoard board;
    private final Names names;
    private final TrainingNeeds needs;
    private final Transfers transfers;
    private final MessageSource messages;
    private final Clock clock;

    TrainingNews(
            NoticeBoard board,
            Names names,
            TrainingNeeds needs,
            Transfers transfers,
            MessageSource messages,
            Clock clock) {
        this.board = board;
        this.names = names;
        this.needs = needs;
        this.transfers = transfers;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is told together: the same person, day and stage; the transfer's own training stands alone. */
    private record Reminder(String username, LocalDate day, String stage, boolean reading) {}

    /** Every hour, by the product's clock. */
    @Transactional
    @Scheduled(cron = "${baton.verification.remind:0 35 * * * *}", zone = "UTC")
    public void remind() {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (var transfer : transfers.mine()) {
            needs.due(transfer.id()).stream()
                    .filter(due -> !now.isBefore(due.remindAt()))
                    .collect(groupingBy(due -> reminder(due, today), LinkedHashMap::new, toList()))
                    .forEach((reminder, due) -> tell(transfer, reminder, due));
        }
    }

    private static Reminder reminder(TrainingDue due, LocalDate today) {
        var day = LocalDate.ofInstant(due.dueAt(), ZoneOffset.UTC);
        long weeks = Math.floorDiv(ChronoUnit.DAYS.between(day, today), WEEK);
        var stage = today.isBefore(day) ? "soon" : weeks == 0 ? "due" : "overdue-" + weeks;
        return new Reminder(due.username(), day, stage, due.itemId() != null);
    }

    private void tell(TransferView transfer, Reminder reminder, List<TrainingDue> due) {
        var first = due.get(0);
        var one = due.size() == 1;
        var what = !reminder.reading() ? "training" : one ? "reading" : "readings";
        var language = names.languageOf(reminder.username());
        var day = reminder.day()
                .format(DateTimeFormatter.ofPattern(messages.getMessage("mail.day", null, language), language));
        var news = new News(
                what + "-" + reminder.stage().replaceFirst("-\\d+$", ""),
                (reminder.reading() ? "reading:" : "training:") + transfer.id() + ":" + reminder.day() + ":"
                        + reminder.stage(),
                "/transfers/" + transfer.id() + (reminder.reading() ? "/readings" : "/briefing"),
                List.of(one ? first.subject() : String.valueOf(due.size()), transfer.name(), day));
        board.post(List.of(reminder.username()), one ? news.about(first.itemId()) : news);
    }
}
