package dev.baton.notification;

import dev.baton.Texts;
import dev.baton.capture.Confidence;
import dev.baton.capture.ItemId;
import dev.baton.capture.ProgressReader;
import dev.baton.identity.Acting;
import dev.baton.identity.PersonView;
import dev.baton.notification.Letter.Line;
import dev.baton.notification.Letter.Part;
import dev.baton.notification.MailOutbox.Entry;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.DutyTitle;
import dev.baton.workflow.TaskView;
import dev.baton.workflow.Tasks;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letter of the week: who needs the person, whose thanks they got, what moved. Nobody gets an empty one. */
@Component
class WeeklyLetter {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final int TASKS = 5;
    private static final int WORDS = 160;

    private final Tasks tasks;
    private final Transfers transfers;
    private final ProgressReader progress;
    private final Confidence confidence;
    private final JdbcClient jdbc;
    private final MessageSource messages;

    WeeklyLetter(
            Tasks tasks,
            Transfers transfers,
            ProgressReader progress,
            Confidence confidence,
            JdbcClient jdbc,
            MessageSource messages) {
        this.tasks = tasks;
        this.transfers = transfers;
        this.progress = progress;
        this.confidence = confidence;
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** The letter about the week before it was due; null when there is nothing to say. */
    @Nullable
    Letter write(PersonView to, Entry due) {
        var until = due.created();
        var voice = new Voice(messages, to.locale());
        var parts = new ArrayList<Part>();
        Acting.as(to.acting(null, null), () -> {
            add(parts, voice.say("mail.weekly.needs"), needs(to, voice));
            add(parts, voice.say("mail.weekly.thanks"), thanks(to.username(), until, voice));
            add(parts, voice.say("mail.weekly.moved"), moved(until, voice));
            return parts;
        });
        if (parts.isEmpty()) {
            return null;
        }
        return new Letter(
                LetterWriter.id(List.of(due)),
                to.username(),
                voice.language(),
                voice.say("mail.weekly.subject"),
                voice.say("mail.weekly.title", to.name()),
                parts,
                "/",
                voice.say("mail.why.weekly"),
                due.token());
    }

    private static void add(List<Part> parts, String heading, List<Line> lines) {
        if (!lines.isEmpty()) {
            parts.add(new Part(heading, lines));
        }
    }

    private List<Line> needs(PersonView me, Voice voice) {
        var open = tasks.mine();
        var lines = new ArrayList<Line>();
        for (var task : open.subList(0, Math.min(TASKS, open.size()))) {
            lines.add(need(task, me, voice));
        }
        if (open.size() > TASKS) {
            lines.add(new Line(voice.say("mail.more", String.valueOf(open.size() - TASKS)), "/"));
        }
        return lines;
    }

    private Line need(TaskView task, PersonView me, Voice voice) {
        var kind = voice.say("task.kind." + task.kind());
        var due = task.dueAt();
        var by = due == null
                ? null
                : voice.say(
                        "mail.weekly.by",
                        DateTimeFormatter.ofPattern(voice.say("mail.day"), voice.language())
                                .format(due.atZone(me.zone())));
        return isHeld(task.itemId())
                ? new Line(voice.say("mail.held"), by, "/")
                : new Line(kind + ": " + title(task, voice), by, "/tasks/" + task.taskId());
    }

    private String title(TaskView task, Voice voice) {
        return DutyTitle.of(messages, task.title())
                .map(title -> title.in(messages, voice.language()))
                .orElse(task.title());
    }

    private List<Line> thanks(String me, Instant until, Voice voice) {
        return jdbc.sql("select t.id, t.item_id, t.item_title, t.text, coalesce(p.name, t.from_username) as sender"
                        + " from thank_you t left join person p on p.username = t.from_username"
                        + " where t.to_username = ? and t.said_at > ? and t.said_at <= ? order by t.said_at, t.id")
                .params(me, Timestamp.from(until.minus(WEEK)), Timestamp.from(until))
                .query((row, n) -> {
                    var item = new ItemId(row.getObject("item_id", UUID.class));
                    return isHeld(item)
                            ? new Line(voice.say("mail.weekly.thanked"), "/")
                            : new Line(
                                    "“" + shortened(row.getString("text")) + "”",
                                    voice.say(
                                            "mail.weekly.thanked-by",
                                            row.getString("sender"),
                                            row.getString("item_title")),
                                    "/items/" + item + "#thanks");
                })
                .list();
    }

    /** A line for each transfer of the person in which something moved. */
    private List<Line> moved(Instant until, Voice voice) {
        var lines = new ArrayList<Line>();
        for (var transfer : transfers.mine()) {
            var told = signed(transfer, "AUTHORSHIP", until);
            var approved = signed(transfer, "APPROVAL", until);
            if (told + approved > 0) {
                var far = progress.coverage(transfer);
                lines.add(new Line(
                        voice.say(
                                "mail.weekly.transfer",
                                transfer.name(),
                                String.valueOf(told),
                                String.valueOf(approved)),
                        voice.say(
                                "mail.weekly.far",
                                String.valueOf(transfer.steps()),
                                String.valueOf(far.captured()),
                                String.valueOf(far.approved()),
                                String.valueOf(far.transferred())),
                        "/transfers/" + transfer.id()));
            }
        }
        return lines;
    }

    private int signed(TransferView transfer, String meaning, Instant until) {
        return jdbc.sql("select count(distinct subject_id) from signature where transfer_id = ? and meaning = ?"
                        + " and item_id is not null and signed_at > ? and signed_at <= ?")
                .params(transfer.id().value(), meaning, Timestamp.from(until.minus(WEEK)), Timestamp.from(until))
                .query(Integer.class)
                .single();
    }

    private boolean isHeld(@Nullable ItemId item) {
        return item != null && confidence.isHeld(item);
    }

    private static String shortened(String words) {
        return Texts.shortened(words.replaceAll("\\s+", " ").strip(), WORDS);
    }
}
