package dev.baton.recognition;

import dev.baton.identity.Acting;
import dev.baton.recognition.PulseBox.Answer;
import dev.baton.recognition.PulseView.Open;
import dev.baton.recognition.PulseView.Reply;
import dev.baton.recognition.PulseView.Results;
import dev.baton.recognition.PulseView.Round;
import dev.baton.recognition.PulseView.Site;
import dev.baton.transfer.TransferId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rounds of the pulse: numbers from five answers on, and what the lead said to them. */
@Component
class PulseReader {

    /** The first of the words to choose from, counted from one. */
    static final int LOWEST = 1;

    /** The last of them. */
    static final int HIGHEST = 5;

    private final PulseRounds rounds;
    private final PulseBox box;
    private final JdbcClient jdbc;

    PulseReader(PulseRounds rounds, PulseBox box, JdbcClient jdbc) {
        this.rounds = rounds;
        this.box = box;
        this.jdbc = jdbc;
    }

    /** The pulse of a transfer, whoever asks. */
    PulseView view(TransferId id) {
        var all = rounds.findByTransferIdOrderByNoDesc(id.value());
        var said = replies(id);
        var answers = box.answers(all.stream().map(PulseRound::id).toList());
        return new PulseView(
                all.stream()
                        .filter(PulseRound::isOpen)
                        .findFirst()
                        .map(this::open)
                        .orElse(null),
                all.stream()
                        .map(round -> round(round, answers.getOrDefault(round.id(), List.of()), said.get(round.id())))
                        .filter(round -> round.closedAt() != null || round.results() != null)
                        .toList());
    }

    private Open open(PulseRound round) {
        var me = Acting.person().map(actor -> actor.username());
        return new Open(
                round.id(),
                round.no(),
                round.closesAt(),
                box.count(round.id()),
                me.map(username -> box.hasAnswered(round, username)).orElse(false));
    }

    private static Round round(PulseRound round, List<Answer> answers, @Nullable Reply reply) {
        var bySite = new TreeMap<>(answers.stream()
                .filter(answer -> answer.site() != null)
                .collect(Collectors.groupingBy(answer -> Objects.requireNonNull(answer.site()))));
        return new Round(
                round.id(),
                round.no(),
                round.openedAt(),
                round.closedAt(),
                answers.size() < PulseBox.TOGETHER ? null : results(answers),
                bySite.entrySet().stream()
                        .filter(site -> site.getValue().size() >= PulseBox.TOGETHER)
                        .map(site -> new Site(site.getKey(), results(site.getValue())))
                        .toList(),
                reply);
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
}
