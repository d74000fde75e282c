package dev.baton.workflow;

import dev.baton.capture.CaptureId;
import dev.baton.capture.CaptureView;
import dev.baton.capture.Captures;
import dev.baton.capture.Confidence;
import dev.baton.capture.DraftView;
import dev.baton.capture.FileView;
import dev.baton.capture.ItemContent;
import dev.baton.capture.ItemId;
import dev.baton.capture.Rework;
import dev.baton.capture.Sittings;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.identity.SigningProof;
import dev.baton.review.Anchor;
import dev.baton.review.Stage;
import dev.baton.signature.SignatureView;
import dev.baton.transfer.StepId;
import dev.baton.transfer.Transfers;
import dev.baton.verification.Training;
import dev.baton.workflow.TaskRefusals.DoneOnPage;
import dev.baton.workflow.TaskRefusals.NotEligible;
import dev.baton.workflow.TaskRefusals.TaskConflict;
import dev.baton.workflow.TaskRefusals.TaskNotYours;
import dev.baton.workflow.TaskRefusals.TaskUnknown;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to open tasks: whose they are, their drafts, and the one way in which they end. */
@Service
@Transactional
public class Tasks {

    private final Engine engine;
    private final TaskDirectory directory;
    private final TaskPeople taskPeople;
    private final TaskEnding ending;
    private final TaskReading reading;
    private final TaskTrail trail;
    private final CompletedTasks completed;
    private final Captures captures;
    private final Rework rework;
    private final Transfers transfers;
    private final People people;
    private final Sittings sittings;
    private final DutyTasks duties;
    private final Training training;
    private final Confidence confidence;
    private final MessageSource messages;
    private final Clock clock;

    Tasks(
            Engine engine,
            TaskDirectory directory,
            TaskPeople taskPeople,
            TaskEnding ending,
            TaskReading reading,
            TaskTrail trail,
            CompletedTasks completed,
            Captures captures,
            Rework rework,
            Transfers transfers,
            People people,
            Sittings sittings,
            DutyTasks duties,
            Training training,
            Confidence confidence,
            MessageSource messages,
            Clock clock) {
        this.engine = engine;
        this.directory = directory;
        this.taskPeople = taskPeople;
        this.ending = ending;
        this.reading = reading;
        this.trail = trail;
        this.completed = completed;
        this.captures = captures;
        this.rework = rework;
        this.transfers = transfers;
        this.people = people;
        this.sittings = sittings;
        this.duties = duties;
        this.training = training;
        this.confidence = confidence;
        this.messages = messages;
        this.clock = clock;
    }

    /** The current actor's open tasks and those they may take, soonest due first, those put off by them last. */
    @Transactional(readOnly = true)
    public List<TaskView> mine() {
        var me = me();
        var now = clock.instant();
        return Stream.concat(
                        reading.views(directory.of(me), me).stream(),
                        duties.of(me).stream().map(duty -> view(duty, me)))
                .sorted(Comparator.comparing((TaskView task) -> task.isPutOff(now))
                        .thenComparing(TaskView::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** An open task that is done on a page of the portal, or empty: it has a form of its own, or is not theirs. */
    @Transactional(readOnly = true)
    public Optional<TaskView> duty(String taskId) {
        var me = me();
        return duties.find(taskId).filter(duty -> duty.isOpenTo(me)).map(duty -> view(duty, me));
    }

    private TaskView view(DutyTasks.Open duty, String me) {
        var view = duty.view(me);
        return view.called(DutyTitle.in(messages, LocaleContextHolder.getLocale(), view.title()));
    }

    /** One open task with everything that is needed to do it. */
    @Transactional(readOnly = true)
    public TaskDetail detail(String taskId) {
        return reading.detail(directory.visible(taskId, me()), me());
    }

    /** Exactly what would be signed with the task now. */
    @Transactional(readOnly = true)
    public List<TaskDetail.Subject> toSign(String taskId) {
        return reading.toSign(draftable(taskId));
    }

    /** The current actor takes a task that is open to them. */
    public void claim(String taskId) {
        var me = me();
        var duty = duties.find(taskId).filter(open -> open.isOpenTo(me));
        if (duty.isPresent()) {
            claim(duty.get(), me);
            return;
        }
        var task = directory.locked(taskId, me);
        requireTraining(task, me);
        if (!task.isOf(me)) {
            engine.asSystem(() -> engine.tasks().claim(taskId, me));
        }
    }

    /** The current actor gives a task back to everybody who may take it. */
    public void release(String taskId) {
        var duty = duties.find(taskId).filter(open -> me().equals(open.assignee()));
        if (duty.isPresent()) {
            if (!duty.get().candidates().contains(me())) {
                throw new TaskConflict("task.not-releasable");
            }
            engine.asSystem(() -> engine.tasks().setAssignee(taskId, null));
            return;
        }
        var task = directory.workable(taskId, me());
        if (task.kind().hasDraft()) {
            throw new TaskConflict("task.not-releasable");
        }
        if (task.assignee() != null) {
            engine.asSystem(() -> engine.tasks().setAssignee(taskId, null));
        }
    }

    /** The transfer's lead hands a review or a capture to somebody who may do it; the reason comes from {@link Acting#reason()}. */
    public void assign(String taskId, String username) {
        var duty = duties.find(taskId);
        if (duty.isPresent()) {
            assign(duty.get(), username);
            return;
        }
        var task = directory.find(taskId).orElseThrow(TaskUnknown::new);
        var lead = transfers.members(task.transferId(), Role.TRANSFER_LEAD).contains(me());
        if (task.kind() != TaskKind.CAPTURE && confidence.isHeld(task.itemId())) {
            requireQualityHands(task, lead);
        } else if (!lead) {
            if (task.isOpenTo(me())) {
                throw new TaskNotYours("task.assign-is-the-leads");
            }
            throw new TaskUnknown();
        }
        if (task.kind() == TaskKind.CAPTURE) {
            captures.handOver(task.captureId(), username);
        } else if (task.kind() == TaskKind.REWORK) {
            throw new TaskConflict("task.not-assignable");
        } else if (!taskPeople
                .candidates(task.kind(), task.transferId(), task.itemId())
                .contains(username)) {
            throw new NotEligible(username);
        }
        requireTraining(task, username);
        engine.asSystem(() -> engine.tasks().setAssignee(taskId, username));
    }

    /** Whoever hands out the reviews of an item in confidence learns from a refusal who wrote it: quality alone does. */
    private void requireQualityHands(TaskContext task, boolean lead) {
        if (transfers.members(task.transferId(), Role.QUALITY).contains(me())) {
            return;
        }
        if (lead || task.isOpenTo(me())) {
            throw new TaskNotYours("task.assign-is-qualitys");
        }
        throw new TaskUnknown();
    }

    /** Replaces the whole draft of a capture or rework task. */
    public DraftView saveDraft(String taskId, long version, List<ItemContent> content) {
        var task = drafting(taskId);
        return task.kind() == TaskKind.CAPTURE
                ? captures.saveDraft(task.captureId(), version, content)
                : rework.save(task.itemId(), version, content);
    }

    /** Keeps an evidence file with the draft of a capture or rework task; no transaction stays open while it streams. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public FileView attach(String taskId, String name, InputStream bytes) {
        var task = drafting(taskId);
        return task.kind() == TaskKind.CAPTURE
                ? captures.attach(task.captureId(), name, bytes)
                : rework.attach(task.itemId(), name, bytes);
    }

    /**
     * Looks whether the task can end this way, before anybody types a password for it.
     *
     * @return whether the decision is signed
     */
    @Transactional(readOnly = true)
    public boolean check(String taskId, CompleteCommand command) {
        var task = workable(taskId);
        CommandRules.check(task.kind(), command);
        requireTraining(task, me());
        ending.requireFresh(task, command);
        return ending.isSigned(task, command);
    }

    /**
     * Decides, signs and ends the task in one transaction. Of two at once one succeeds. A task nobody has taken is taken
     * first.
     *
     * @param proof the proof of identity for this very act, or null where nothing is signed
     */
    public Completion complete(String taskId, CompleteCommand command, @Nullable SigningProof proof) {
        var me = me();
        var task = directory.locked(taskId, me);
        CommandRules.check(task.kind(), command);
        requireTraining(task, me);
        ending.requireFresh(task, command);
        var signatures = decide(task, me, () -> ending.end(task, command, proof));
        var concerned = concerned(task, signatures);
        var item = concerned.isEmpty() ? task.key() : concerned.get(0).toString();
        var open = directory.about(task.key(), item);
        if (open.stream().anyMatch(still -> still.taskId().equals(taskId))) {
            throw new IllegalStateException("Task " + taskId + " was decided and did not end");
        }
        var decision = CommandRules.decision(task.kind(), command);
        completed.add(taskId, me, task.kind(), decision, task.transferId(), concerned, signatures);
        return new Completion(signatures, concerned, concerned.isEmpty() ? null : next(open));
    }

    /** What a colleague told is open to whoever has taken the review, and to nobody before. */
    private List<SignatureView> decide(TaskContext task, String me, Supplier<List<SignatureView>> decision) {
        var taker = task.assignee() == null ? me : null;
        if (taker != null) {
            trail.taken(task, taker);
        }
        return TaskInHand.during(task, taker, decision);
    }

    /**
     * Asks the author about an item whose review, triage or approval is open to the current actor; it ends that task.
     *
     * @return the stage at which it was asked
     */
    public String ask(ItemId item, @Nullable String text, @Nullable Anchor anchor) {
        var task = directory.ofRecord(ItemReview.KEY, item.toString()).stream()
                .filter(open -> open.kind().stage().isPresent() && open.isOpenTo(me()))
                .filter(open -> open.assignee() == null || open.isOf(me()))
                .findFirst()
                .orElseThrow(() -> new TaskNotYours("task.nothing-to-ask-with"));
        complete(
                task.taskId(),
                new CompleteCommand(
                        ending.version(task), CommandRules.ASK, text, null, null, null, null, anchor, null, null),
                null);
        return task.kind().stage().orElseThrow().code();
    }

    /** The lead chooses with which method an expert is asked; the reason also comes from {@link Acting#reason()}. */
    public CaptureView chooseMethod(String taskId, String method, String reason) {
        return sittings.choose(capture(taskId).captureId(), method, reason);
    }

    /** Names who asks and writes in a capture; null: nobody any more. */
    public CaptureView interview(String taskId, @Nullable String interviewer, @Nullable Integer minutes) {
        return sittings.interview(capture(taskId).captureId(), interviewer, minutes);
    }

    /** The expert puts a capture off until then; null: no longer. */
    public CaptureView notNow(String taskId, @Nullable Instant until) {
        return sittings.notNow(capture(taskId).captureId(), until);
    }

    /** The expert wants to submit a capture in confidence, or openly after all. */
    public CaptureView confide(String taskId, boolean inConfidence) {
        return confidence.choose(capture(taskId).captureId(), inConfidence);
    }

    /** An expert tells about a step unasked. */
    public String beginCapture(StepId step) {
        var capture = captures.begin(step);
        return taskOf(capture).orElseThrow(TaskUnknown::new);
    }

    /** The author side begins the next version of an effective item; the reason comes from {@link Acting#reason()}. */
    public String revise(ItemId item) {
        rework.begin(item);
        return directory.ofRecord(ItemReview.KEY, item.toString()).stream()
                .map(TaskContext::taskId)
                .findFirst()
                .orElseThrow(TaskUnknown::new);
    }

    /** The open task of a capture request, or empty. */
    @Transactional(readOnly = true)
    public Optional<String> taskOf(CaptureId capture) {
        return directory.ofRecord(KnowledgeCapture.KEY, capture.toString()).stream()
                .map(TaskContext::taskId)
                .findFirst();
    }

    /** The receiving site reviews with valid training; nobody needs any to tell. */
    private void requireTraining(TaskContext task, String username) {
        if (task.kind().stage().filter(Stage::isForReceiving).isPresent()) {
            training.requireReview(task.transferId(), username);
        }
    }

    private void claim(DutyTasks.Open duty, String me) {
        if (duty.assignee() != null && !duty.assignee().equals(me)) {
            throw new TaskConflict("task.claimed-by-another");
        }
        if (duty.assignee() == null) {
            engine.asSystem(() -> engine.tasks().claim(duty.taskId(), me));
        }
    }

    private void assign(DutyTasks.Open duty, String username) {
        if (!transfers.members(duty.transferId(), Role.TRANSFER_LEAD).contains(me())) {
            throw duty.isOpenTo(me()) ? new TaskNotYours("task.assign-is-the-leads") : new TaskUnknown();
        }
        if (!duty.candidates().contains(username)) {
            throw new NotEligible(username);
        }
        engine.asSystem(() -> engine.tasks().setAssignee(duty.taskId(), username));
    }

    /** A duty has neither draft nor form: whoever sends one is told where it is done. */
    private void requireForm(String taskId) {
        duty(taskId).ifPresent(duty -> {
            throw new DoneOnPage(String.valueOf(duty.page()));
        });
    }

    /** The task, which the current actor may do in its form; a duty is done elsewhere and has none. */
    private TaskContext workable(String taskId) {
        try {
            return directory.workable(taskId, me());
        } catch (TaskUnknown e) {
            requireForm(taskId);
            throw e;
        }
    }

    private TaskContext capture(String taskId) {
        return directory
                .find(taskId)
                .filter(task -> task.kind() == TaskKind.CAPTURE)
                .orElseThrow(TaskUnknown::new);
    }

    private TaskContext draftable(String taskId) {
        try {
            return directory.draftable(taskId, me());
        } catch (TaskUnknown e) {
            requireForm(taskId);
            throw e;
        }
    }

    private TaskContext drafting(String taskId) {
        var task = draftable(taskId);
        if (!task.kind().hasDraft()) {
            throw new TaskConflict("task.no-draft");
        }
        return task;
    }

    private List<ItemId> concerned(TaskContext task, List<SignatureView> signatures) {
        if (task.kind() != TaskKind.CAPTURE) {
            return List.of(task.itemId());
        }
        return signatures.stream()
                .filter(signature -> signature.subject().type().equals("item"))
                .map(signature -> new ItemId(signature.subject().id()))
                .distinct()
                .toList();
    }

    private Completion.@Nullable Next next(List<TaskContext> open) {
        return open.stream()
                .filter(task -> task.kind() != TaskKind.CAPTURE)
                .reduce((first, second) -> second.kind() == TaskKind.PEER_REVIEW ? second : first)
                .map(task -> new Completion.Next(names(task), task.kind(), task.dueAt()))
                .orElse(null);
    }

    private String names(TaskContext task) {
        var item = task.itemOrNull();
        if (item != null && confidence.isHeld(item)) {
            if (task.kind() == TaskKind.REWORK) {
                return confidence.nameOf(item, String.valueOf(task.assignee()));
            }
            if (task.kind().isAmongExperts() && task.assignee() == null) {
                return messages.getMessage("confidence.peers", null, LocaleContextHolder.getLocale());
            }
        }
        var who = task.assignee() == null ? task.candidates() : List.of(task.assignee());
        return who.stream()
                .map(username -> people.person(username).map(PersonView::name).orElse(username))
                .collect(Collectors.joining(", "));
    }

    private static String me() {
        return Acting.person().orElseThrow(TaskUnknown::new).username();
    }
}
