package dev.baton.recognition;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.recognition.PulseBox.Ballot;
import dev.baton.recognition.PulseRefusals.AnswerRefused;
import dev.baton.recognition.PulseRefusals.AnsweredAlready;
import dev.baton.recognition.PulseRefusals.NoRoundOpen;
import dev.baton.recognition.PulseRefusals.NotAsked;
import dev.baton.recognition.PulseRefusals.NotNow;
import dev.baton.recognition.PulseRefusals.NothingToAnswer;
import dev.baton.recognition.PulseRefusals.RoundUnknown;
import dev.baton.recognition.RecognitionEvent.PulseAnswered;
import dev.baton.recognition.RecognitionEvent.PulseClosed;
import dev.baton.recognition.RecognitionEvent.PulseOpened;
import dev.baton.transfer.Phase;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferRefusals.NotTheLead;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the pulse: two questions and a free line, asked on a rhythm. Answers are anonymous by construction and the
 * one thing that leaves nothing in the trail.
 */
@Service
public class Pulses {

    /** Longest free line, in UTF-16 units. */
    public static final int LONGEST_LINE = 300;

    private final Transfers transfers;
    private final People people;
    private final PulseRounds rounds;
    private final PulseReplies replies;
    private final PulseBox box;
    private final PulseReader reader;
    private final PulseSettings settings;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Pulses(
            Transfers transfers,
            People people,
            PulseRounds rounds,
            PulseReplies replies,
            PulseBox box,
            PulseReader reader,
            PulseSettings settings,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transfers = transfers;
        this.people = people;
        this.rounds = rounds;
        this.replies = replies;
        this.box = box;
        this.reader = reader;
        this.settings = settings;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A round as the processes know it. */
    public record Begun(UUID id, TransferId transferId, String transfer, Instant closesAt) {}

    /** How long after a round begins the next one does. */
    public Duration rhythm() {
        return settings.every();
    }

    /** A round begins; empty while one is open. Called by the workflow only. */
    @Transactional
    public Optional<Begun> open(TransferId id) {
        if (rounds.findByTransferIdAndClosedAtIsNull(id.value()).isPresent()) {
            return Optional.empty();
        }
        var transfer = transfers.known(id);
        var now = clock.instant();
        var no = rounds.findByTransferIdOrderByNoDesc(id.value()).stream()
                .findFirst()
                .map(last -> last.no() + 1)
                .orElse(1);
        var round = rounds.saveAndFlush(
                new PulseRound(transfer, no, isEverySiteLargeEnough(id), now, now.plus(settings.open())));
        events.publishEvent(new PulseOpened(id, round.id(), no));
        return Optional.of(new Begun(round.id(), id, transfer.name(), now.plus(settings.open())));
    }

    /** Passes if the current actor leads the transfer, it runs, and nobody is being asked. */
    @Transactional(readOnly = true)
    public void requireMayAsk(TransferId id) {
        var transfer = transfers.require(id);
        if (!transfers.isLead(id)) {
            throw new NotTheLead(transfer.name());
        }
        if (!mayAsk(id)) {
            throw new NotNow();
        }
    }

    /** Whether the current actor may ask now. */
    @Transactional(readOnly = true)
    public boolean mayAsk(TransferId id) {
        var transfer = transfers.require(id);
        return transfers.isLead(id)
                && transfer.started()
                && transfer.phase() != Phase.CLOSE_OUT
                && rounds.findByTransferIdAndClosedAtIsNull(id.value()).isEmpty();
    }

    /** A round ends. Called by the workflow only. */
    @Transactional
    public boolean close(UUID id) {
        var round = rounds.findById(id).orElseThrow(RoundUnknown::new);
        if (!round.isOpen()) {
            return round.answers() >= PulseBox.TOGETHER;
        }
        var opened = box.close(round);
        rounds.saveAndFlush(round.closed(opened, clock.instant()));
        var enough = opened >= PulseBox.TOGETHER;
        events.publishEvent(new PulseClosed(new TransferId(round.transferId()), id, round.no(), enough));
        return enough;
    }

    /** The current actor answers, once, and nothing says that it was they. */
    @Transactional
    public void answer(TransferId id, int handingOver, int heard, @Nullable String line) {
        transfers.requireKnown(id);
        var me = Acting.current();
        if (!isAsked(id, me.username())) {
            throw new NotAsked();
        }
        var faults = new ArrayList<Fault>();
        checkChoice("handingOver", handingOver, faults);
        checkChoice("heard", heard, faults);
        Texts.check("line", line, LONGEST_LINE, faults);
        if (!faults.isEmpty()) {
            throw new AnswerRefused(faults);
        }
        var round = rounds.findByTransferIdAndClosedAtIsNull(id.value()).orElseThrow(NoRoundOpen::new);
        var words = Texts.stripped(line);
        if (!box.cast(round, me.username(), me.site(), new Ballot(handingOver, heard, words))) {
            throw new AnsweredAlready();
        }
    }

    /** The pulse as every member of the transfer sees it. */
    @Transactional(readOnly = true)
    public PulseView view(TransferId id) {
        transfers.requireKnown(id);
        return reader.view(id);
    }

    /** Whether the current actor is asked: a member of the team. */
    @Transactional(readOnly = true)
    public boolean isAsked(TransferId id, String username) {
        return transfers.team(id).stream().anyMatch(member -> member.username().equals(username));
    }

    /** The lead says to everybody what was heard and what was done. */
    @Transactional
    public void reply(UUID roundId, @Nullable String said, @Nullable String did) {
        var round = rounds.findById(roundId).orElseThrow(RoundUnknown::new);
        var transfer = transfers.require(new TransferId(round.transferId()));
        if (!transfers.isLead(transfer.id())) {
            throw new NotTheLead(transfer.name());
        }
        if (round.isOpen() || round.answers() < PulseBox.TOGETHER || replies.existsByRoundId(roundId)) {
            throw new NothingToAnswer();
        }
        var faults = new ArrayList<Fault>();
        Texts.require("said", said, Texts.LONGEST_ANSWER, faults);
        Texts.require("did", did, Texts.LONGEST_ANSWER, faults);
        if (said == null || did == null || !faults.isEmpty()) {
            throw new AnswerRefused(faults);
        }
        replies.saveAndFlush(new PulseReply(round, said, did, Acting.current().username(), clock.instant()));
        events.publishEvent(new PulseAnswered(transfer.id(), roundId, round.no()));
    }

    /** The round as the processes know it. */
    @Transactional(readOnly = true)
    public Begun known(UUID id) {
        var round = rounds.findById(id).orElseThrow(RoundUnknown::new);
        var at = round.closedAt();
        return new Begun(
                id, new TransferId(round.transferId()), round.transferName(), at == null ? clock.instant() : at);
    }

    /** Whether the lead has answered the round, or has nothing to answer. */
    @Transactional(readOnly = true)
    public boolean isAnswered(UUID id) {
        return replies.existsByRoundId(id);
    }

    /** Rounds that wait for the lead's answer. */
    @Transactional(readOnly = true)
    public List<UUID> waiting() {
        return jdbc.sql("select id from pulse_round r where closed_at is not null and opened >= ?"
                        + " and not exists (select 1 from pulse_reply p where p.round_id = r.id)")
                .param(PulseBox.TOGETHER)
                .query(UUID.class)
                .list();
    }

    /** Results by site need five at each: else one site's would be the rest of all. */
    private boolean isEverySiteLargeEnough(TransferId id) {
        var sites = transfers.team(id).stream()
                .map(TeamMember::username)
                .distinct()
                .flatMap(username -> people.person(username).map(PersonView::site).stream())
                .collect(Collectors.groupingBy(site -> site, Collectors.counting()));
        return sites.size() > 1 && sites.values().stream().allMatch(count -> count >= PulseBox.TOGETHER);
    }

    private static void checkChoice(String where, int choice, List<Fault> faults) {
        if (choice < PulseReader.LOWEST || choice > PulseReader.HIGHEST) {
            faults.add(Fault.of(where, "pulse.choice"));
        }
    }
}
