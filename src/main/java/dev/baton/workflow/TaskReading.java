package dev.baton.workflow;

import dev.baton.capture.Captures;
import dev.baton.capture.CoAuthors;
import dev.baton.capture.DraftView;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemJson;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.capture.Rework;
import dev.baton.capture.Sittings;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.identity.Statements;
import dev.baton.review.Reviews;
import dev.baton.signature.ContentHash;
import dev.baton.transfer.StepId;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.TaskDetail.Reader;
import dev.baton.workflow.TaskDetail.Signing;
import dev.baton.workflow.TaskDetail.Someone;
import dev.baton.workflow.TaskDetail.Subject;
import dev.baton.workflow.TaskDetail.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a person reads before they do a task. */
@Component
class TaskReading {

    private final Captures captures;
    private final Items items;
    private final Rework rework;
    private final Reviews reviews;
    private final Transfers transfers;
    private final People people;
    private final Statements statements;
    private final Sittings sittings;
    private final CoAuthors coAuthors;

    TaskReading(
            Captures captures,
            Items items,
            Rework rework,
            Reviews reviews,
            Transfers transfers,
            People people,
            Statements statements,
            Sittings sittings,
            CoAuthors coAuthors) {
        this.captures = captures;
        this.items = items;
        this.rework = rework;
        this.reviews = reviews;
        this.transfers = transfers;
        this.people = people;
        this.statements = statements;
        this.sittings = sittings;
        this.coAuthors = coAuthors;
    }

    /** Tasks as a list shows them, with as many statements for many as for one. */
    List<TaskView> views(List<TaskContext> tasks, String username) {
        var captures = tasks.stream().filter(task -> task.kind() == TaskKind.CAPTURE);
        var steps = transfers.labels(captures.map(TaskContext::stepId).collect(Collectors.toSet()));
        var titles = items.titles(tasks.stream()
                .map(TaskContext::itemOrNull)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var kept = keptBack(tasks);
        var keptSteps = transfers.labels(kept.values());
        return tasks.stream()
                .map(task -> view(
                        task,
                        task.kind() == TaskKind.CAPTURE
                                ? steps.get(task.stepId())
                                : kept.containsKey(task.itemId())
                                        ? keptSteps.get(task.stepId())
                                        : titles.get(task.itemId()),
                        task.isOf(username)))
                .toList();
    }

    /** Items that experts review, that nobody has taken and that the reader is to see after their own word only. */
    private Map<ItemId, StepId> keptBack(List<TaskContext> tasks) {
        return items.keptBack(tasks.stream()
                .filter(TaskReading::isOpenAmongExperts)
                .map(TaskContext::itemId)
                .toList());
    }

    private static boolean isOpenAmongExperts(TaskContext task) {
        return task.kind().isAmongExperts() && task.assignee() == null;
    }

    private static TaskView view(TaskContext task, @Nullable String title, boolean claimed) {
        return new TaskView(
                task.taskId(),
                task.kind().code(),
                text(title),
                task.transferId(),
                task.stepId(),
                task.itemOrNull(),
                task.dueAt(),
                claimed,
                task.capture() == null ? null : task.capture().notNowUntil(),
                null);
    }

    TaskDetail detail(TaskContext task, String username) {
        var isCapture = task.kind() == TaskKind.CAPTURE;
        var kept = !keptBack(List.of(task)).isEmpty();
        var item = isCapture || kept ? null : items.look(task.itemId());
        var draft = draft(task, username);
        return new TaskDetail(
                view(task, kept ? step(task) : title(task), task.assignee() != null),
                task.kind(),
                task.assignee(),
                task.isOf(username),
                draft != null
                        ? draft.version()
                        : item != null
                                ? item.version()
                                : kept ? items.head(task.itemId()).version() : 0,
                transfers.known(task.transferId()),
                transfers.step(task.stepId()),
                draft,
                item,
                previous(item),
                item == null
                        ? null
                        : reviews.triageOf(item.itemId(), item.version()).orElse(null),
                item == null ? List.of() : reviews.questions(item.itemId()),
                kept ? items.keptVoices(task.stepId()) : null,
                CommandRules.decisions(task.kind()),
                signing(task.kind()),
                readers(task, username),
                task.kind().hasDraft()
                        ? others(transfers.members(task.transferId(), Role.EXPERT), username)
                        : List.of(),
                task.kind() == TaskKind.NAME_PEER ? others(reviews.possiblePeers(task.itemId()), username) : List.of(),
                task.capture(),
                task.isAskedBy(username),
                isCapture && task.assignee() != null ? others(sittings.mayInterview(task.captureId()), "") : List.of(),
                task.isWrittenBy(username) ? together(task) : List.of(),
                task.coAuthors().contains(username));
    }

    List<Subject> toSign(TaskContext task) {
        if (task.kind() == TaskKind.CAPTURE) {
            return captures.toSign(task.captureId()).stream()
                    .map(TaskReading::subject)
                    .toList();
        }
        var item = items.require(task.itemId());
        if (task.kind() == TaskKind.REWORK) {
            return rework.isChanged(task.itemId()) ? List.of(subject(rework.toSign(task.itemId()))) : List.of();
        }
        return List.of(new Subject(
                text(item.content().title()), item.version(), item.contentHash(), ItemJson.content(item.content())));
    }

    private String title(TaskContext task) {
        if (task.kind() == TaskKind.CAPTURE) {
            return step(task);
        }
        return text(items.known(task.itemId()).content().title());
    }

    private String step(TaskContext task) {
        var step = transfers.step(task.stepId());
        return step.number() + " " + step.name();
    }

    private @Nullable DraftView draft(TaskContext task, String username) {
        if (!task.isWrittenBy(username)) {
            return null;
        }
        return switch (task.kind()) {
            case CAPTURE -> captures.draft(task.captureId());
            case REWORK -> rework.draft(task.itemId());
            default -> null;
        };
    }

    private @Nullable ItemView previous(@Nullable ItemView item) {
        return item == null || item.version() < 2 ? null : items.require(item.itemId(), item.version() - 1);
    }

    private Signing signing(TaskKind kind) {
        var actor = Acting.current();
        var role = actor.is(kind.role())
                ? kind.role()
                : actor.roles().stream().sorted().findFirst().orElse(kind.role());
        return new Signing(
                kind.meaning(),
                actor.name(),
                actor.username(),
                role,
                actor.site(),
                actor.zone(),
                statements.accepted(actor.username()));
    }

    /** Who reads it after this task, in the order of the process. */
    private List<Reader> readers(TaskContext task, String username) {
        var readers = new ArrayList<Reader>();
        if (task.kind().hasDraft()) {
            readers.add(new Reader(
                    TaskKind.PEER_REVIEW, names(transfers.members(task.transferId(), Role.EXPERT), username)));
        }
        if (task.kind().hasDraft() || task.kind() == TaskKind.PEER_REVIEW || task.kind() == TaskKind.NAME_PEER) {
            readers.add(new Reader(
                    TaskKind.RECEIVER_REVIEW, names(transfers.members(task.transferId(), Role.RECEIVER), username)));
        }
        if (task.kind().hasDraft()) {
            readers.add(
                    new Reader(TaskKind.TRIAGE, names(transfers.members(task.transferId(), Role.QUALITY), username)));
        }
        if (task.kind() != TaskKind.APPROVAL) {
            readers.add(
                    new Reader(TaskKind.APPROVAL, names(transfers.members(task.transferId(), Role.QUALITY), username)));
        }
        return readers;
    }

    private String names(List<String> usernames, String without) {
        return others(usernames, without).stream().map(Someone::name).collect(Collectors.joining(" / "));
    }

    private List<Writer> together(TaskContext task) {
        return task.coAuthors().isEmpty()
                ? List.of()
                : coAuthors.of(task.draftId()).stream()
                        .map(writer -> new Writer(writer.username(), name(writer.username()), writer.signed()))
                        .toList();
    }

    private String name(String username) {
        return people.person(username).map(PersonView::name).orElse(username);
    }

    private List<Someone> others(List<String> usernames, String without) {
        return usernames.stream()
                .filter(username -> !username.equals(without))
                .map(username -> new Someone(username, name(username)))
                .toList();
    }

    private static Subject subject(Map<String, Object> content) {
        return new Subject(
                content.get("title") instanceof String title ? title : "",
                content.get("version") instanceof Number version ? version.intValue() : 1,
                ContentHash.of(content),
                new LinkedHashMap<>(content));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
