package dev.baton.workflow;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.review.TriageOutcome;
import dev.baton.workflow.TaskRefusals.CommandRefused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which decisions a kind of task takes, and what each of them needs. */
final class CommandRules {

    static final String SUBMIT = "submit";
    static final String NOTHING_HIDDEN = "nothing-hidden";
    static final String PASS_ON = "pass-on";
    static final String WITHDRAW = "withdraw";
    static final String ACCEPT = "accept";
    static final String ASK = "ask";
    static final String REFUSE = "refuse";
    static final String NAME = "name";

    private CommandRules() {}

    /** The decisions that a task of this kind takes, the usual one first. */
    static List<String> decisions(TaskKind kind) {
        return switch (kind) {
            case CAPTURE -> List.of(SUBMIT, NOTHING_HIDDEN, PASS_ON);
            case REWORK -> List.of(SUBMIT, WITHDRAW);
            case TRIAGE -> List.of(ACCEPT, ASK);
            case NAME_PEER -> List.of(NAME);
            case PEER_REVIEW,
                    RECEIVER_REVIEW,
                    SECOND_PEER_REVIEW,
                    SPECIALIST_REVIEW,
                    SECOND_RECEIVER_REVIEW,
                    SITE_QUALITY_REVIEW,
                    APPROVAL -> List.of(ACCEPT, ASK, REFUSE);
        };
    }

    /** The decision, or the only one there is when none is given. */
    static String decision(TaskKind kind, CompleteCommand command) {
        var given = command.decision();
        return given == null && kind == TaskKind.NAME_PEER ? NAME : given == null ? "" : given;
    }

    static Optional<TriageOutcome> outcome(CompleteCommand command) {
        return Arrays.stream(TriageOutcome.values())
                .filter(outcome -> outcome.code().equals(command.triage()))
                .findFirst();
    }

    /** Refuses with everything that is wrong. */
    static void check(TaskKind kind, CompleteCommand command) {
        var faults = new ArrayList<Fault>();
        var decision = decision(kind, command);
        if (!decisions(kind).contains(decision)) {
            faults.add(Fault.of("decision", "task.decision-unknown", String.join(", ", decisions(kind))));
        }
        if (command.version() == null) {
            faults.add(Fault.of("version", "text.missing"));
        }
        if (needsComment(kind, decision)) {
            Texts.require("comment", command.comment(), Texts.LONGEST_ANSWER, faults);
        } else {
            Texts.check("comment", command.comment(), Texts.LONGEST_ANSWER, faults);
        }
        Texts.check("reference", command.reference(), Texts.LONGEST_LINE, faults);
        if (decision.equals(PASS_ON) || kind == TaskKind.NAME_PEER) {
            Texts.require("to", command.to(), Texts.LONGEST_LINE, faults);
        }
        if (kind == TaskKind.TRIAGE && decision.equals(ACCEPT)) {
            checkTriage(command, faults);
        }
        checkAnswers(command, faults);
        if (!faults.isEmpty()) {
            throw new CommandRefused(faults);
        }
    }

    /** A question and a refusal are nothing without words, and neither is a withdrawal or a substitution. */
    private static boolean needsComment(TaskKind kind, String decision) {
        return decision.equals(ASK)
                || decision.equals(REFUSE)
                || decision.equals(WITHDRAW)
                || kind == TaskKind.NAME_PEER;
    }

    private static void checkTriage(CompleteCommand command, List<Fault> faults) {
        var outcome = outcome(command);
        if (outcome.isEmpty()) {
            faults.add(Fault.of("triage", "task.triage-unknown"));
        } else if (outcome.get().needsReference()) {
            if (command.reference() == null || command.reference().isBlank()) {
                faults.add(Fault.of("reference", "task.reference-missing"));
            }
        }
    }

    private static void checkAnswers(CompleteCommand command, List<Fault> faults) {
        var answers = command.answers();
        if (answers == null) {
            return;
        }
        for (var i = 0; i < answers.size(); i++) {
            if (answers.get(i) == null || answers.get(i).questionId() == null) {
                faults.add(Fault.of("answers/" + i + "/questionId", "text.missing"));
            } else {
                Texts.require("answers/" + i + "/text", answers.get(i).text(), Texts.LONGEST_ANSWER, faults);
            }
        }
    }
}
