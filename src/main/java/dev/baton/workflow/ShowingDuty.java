package dev.baton.workflow;

import dev.baton.transfer.StepId;
import dev.baton.transfer.Transfers;
import dev.baton.verification.DemonstrationStates;
import dev.baton.verification.Demonstrations;
import dev.baton.verification.RunKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** One of the three ways in which a step is played at the receiving site, as a task of its receivers. */
class ShowingDuty implements Duty {

    static final String PROCESS = "demonstration";

    private static final Duration DAYS = Duration.ofDays(28);

    private final RunKind kind;
    private final String definitionKey;
    private final Transfers transfers;
    private final Demonstrations demonstrations;
    private final DemonstrationStates states;
    private final Clock clock;

    ShowingDuty(
            RunKind kind,
            String definitionKey,
            Transfers transfers,
            Demonstrations demonstrations,
            DemonstrationStates states,
            Clock clock) {
        this.kind = kind;
        this.definitionKey = definitionKey;
        this.transfers = transfers;
        this.demonstrations = demonstrations;
        this.states = states;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return kind.code();
    }

    @Override
    public String processKey() {
        return PROCESS;
    }

    @Override
    public String definitionKey() {
        return definitionKey;
    }

    @Override
    public String page(String key) {
        return "/steps/" + key + "/demonstrations";
    }

    @Override
    public Card card(String key) {
        var step = transfers.step(StepId.of(key));
        return new Card(
                step.transferId(),
                step.id(),
                step.number() + " " + step.name(),
                clock.instant().plus(DAYS),
                null,
                demonstrations.receivers(step.transferId()));
    }

    /** Done once it was played this way or a later one; the last when nothing is left to show. */
    @Override
    public boolean isDone(String key) {
        var step = StepId.of(key);
        return isPlayed(states.played(step)) || states.isAllShown(step);
    }

    /** Whether playing it in these ways is enough, even while something is left to show. */
    boolean isPlayed(Set<RunKind> played) {
        return switch (kind) {
            case SHADOW -> !played.isEmpty();
            case REVERSE_SHADOW -> isPlayedByTheReceiver(played);
            case TEACH_BACK -> false;
        };
    }

    @Override
    public Set<String> waiting() {
        return states.waiting().stream()
                .filter(step -> isNext(states.played(step)))
                .map(StepId::toString)
                .collect(Collectors.toSet());
    }

    private boolean isNext(Set<RunKind> played) {
        return switch (kind) {
            case SHADOW -> played.isEmpty();
            case REVERSE_SHADOW -> !played.isEmpty() && !isPlayedByTheReceiver(played);
            case TEACH_BACK -> isPlayedByTheReceiver(played);
        };
    }

    static boolean isPlayedByTheReceiver(Set<RunKind> played) {
        return played.contains(RunKind.REVERSE_SHADOW) || played.contains(RunKind.TEACH_BACK);
    }
}
