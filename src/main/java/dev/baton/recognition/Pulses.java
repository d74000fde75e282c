package dev.baton.recognition;

import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.recognition.PulseBox.Answer;
import dev.baton.recognition.PulseBox.Ballot;
import dev.baton.recognition.PulseRefusals.AnswerRefused;
import dev.baton.recognition.PulseRefusals.AnsweredAlready;
import dev.baton.recognition.PulseRefusals.NoRoundOpen;
import dev.baton.recognition.PulseRefusals.NotAsked;
import dev.baton.recognition.PulseRefusals.NothingToAnswer;
import dev.baton.recognition.PulseRefusals.RoundUnknown;
import dev.baton.recognition.PulseView.Open;
import dev.baton.recognition.PulseView.Reply;
import dev.baton.recognition.PulseView.Results;
import dev.baton.recognition.PulseView.Round;
import dev.baton.recognition.PulseView.Site;
import dev.baton.recognition.RecognitionEvent.PulseAnswered;
import dev.baton.recognition.RecognitionEvent.PulseClosed;
import dev.baton.recognition.RecognitionEvent.PulseOpened;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferRefusals.NotTheLead;
import dev.baton.transfer.Transfers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    private static final int LOWEST = 1;
    private static final int HIGHEST = 5;

    private final Transfers transfers;
    private final People people;
    private final PulseRounds rounds;
    private final PulseReplies replies;
    private final PulseBox box;
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
            PulseSettings settings,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transfers = transfers;
        this.people = people;
        this.rounds = rounds;
        this.replies = replies;
        this.box = box;
        this.settings = settings;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A round as the processes know it. */
    public record Begun(UUID id, TransferId transferId, String transfer, java.time.Instant closesAt) {}

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
        transfers.require(id);
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
        var words = line == null || line.isBlank() ? null : line.strip();
        if (!box.cast(round, me.username(), me.site(), new Ballot(handingOver, heard, words))) {
            throw new AnsweredAlready();
        }
    }

    /** The pulse as every member of the transfer sees it. */
    @Transactional(readOnly = true)
    public PulseView view(TransferId id) {
        transfers.require(id);
        var all = rounds.findByTransferIdOrderByNoDesc(id.value());
        var said = replies(id);
        return new PulseView(
                all.stream()
                        .filter(PulseRound::isOpen)
                        .findFirst()
                        .map(this::open)
                        .orElse(null),
                all.stream()
                        .map(round -> round(round, said.get(round.id())))
                        .filter(round -> round.closedAt() != null || round.results() != null)
                        .toList());
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

    private Open open(PulseRound round) {
        var me = Acting.person().map(actor -> actor.username());
        return new Open(
                round.id(),
                round.no(),
                closesAt(round.id()),
                box.count(round.id()),
                me.map(username -> box.hasAnswered(round, username)).orElse(false));
    }

    private java.time.Instant closesAt(UUID round) {
        return jdbc.sql("select closes_at from pulse_round where id = ?")
                .param(round)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private Round round(PulseRound round, @Nullable Reply reply) {
        var answers = box.answers(round.id());
        var bySite = new TreeMap<>(answers.stream()
                .filter(answer -> answer.site() != null)
                .collect(Collectors.groupingBy(answer -> Objects.requireNonNull(answer.site()))));
        return new Round(
                round.id(),
                round.no(),
                openedAt(round.id()),
                round.closedAt(),
                answers.size() < PulseBox.TOGETHER ? null : results(answers),
                bySite.entrySet().stream()
                        .filter(site -> site.getValue().size() >= PulseBox.TOGETHER)
                        .map(site -> new Site(site.getKey(), results(site.getValue())))
                        .toList(),
                reply);
    }

    private java.time.Instant openedAt(UUID round) {
        return jdbc.sql("select opened_at from pulse_round where id = ?")
                .param(round)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private static Results results(List<Answer> answers) {
        return new Results(
                answers.size(),
                spread(answers, Answer::handingOver),
                spread(answers, Answer::heard),
                answers.stream()
                        .map(Answer::line)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList());
    }

    private static List<Integer> spread(List<Answer> answers, ToIntFunction<Answer> question) {
        return IntStream.rangeClosed(LOWEST, HIGHEST)
                .mapToObj(word -> (int) answers.stream()
                        .filter(answer -> question.applyAsInt(answer) == word)
                        .count())
                .toList();
    }

    private Map<UUID, Reply> replies(TransferId id) {
        return jdbc
                .sql("select r.round_id, r.said, r.did, coalesce(p.name, r.replied_by) as by_name, r.replied_at"
                        + " from pulse_reply r left join person p on p.username = r.replied_by where r.transfer_id = ?")
                .param(id.value())
                .query((row, n) -> Map.entry(
                        row.getObject("round_id", UUID.class),
                        new Reply(
                                row.getString("said"),
                                row.getString("did"),
                                row.getString("by_name"),
                                row.getTimestamp("replied_at").toInstant())))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
        if (choice < LOWEST || choice > HIGHEST) {
            faults.add(Fault.of(where, "pulse.choice"));
        }
    }
}
