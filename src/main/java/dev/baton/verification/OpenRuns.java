package dev.baton.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import dev.baton.verification.VerificationRefusals.OutOfTurn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The working notes of open runs. The trail hears of a run agreed on, stopped and signed, not of each touch. */
@Component
class OpenRuns {

    private static final String SELECT =
            """
            select id, transfer_id, step_id, kind, receiver, expert, agreed_at, cues, progress, counter
              from open_run""";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(OpenRun run) {
        jdbc.sql("insert into open_run (id, transfer_id, step_id, kind, receiver, expert, agreed_at, cues, progress,"
                        + " counter, saved_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)")
                .params(
                        run.id().value(),
                        run.transferId().value(),
                        run.stepId().value(),
                        run.kind().code(),
                        run.receiver(),
                        run.expert(),
                        Timestamp.from(run.agreedAt()),
                        CueJson.write(run.scores()),
                        write(run.progress()),
                        Timestamp.from(clock.instant()))
                .update();
    }

    Optional<OpenRun> find(RunId id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id.value())
                .query(OpenRuns::open)
                .optional();
    }

    List<OpenRun> ofStep(StepId step) {
        return jdbc.sql(SELECT + " where step_id = ? order by agreed_at, id")
                .param(step.value())
                .query(OpenRuns::open)
                .list();
    }

    /** Replaces the progress if nobody saved since. */
    void save(RunId id, long counter, RunProgress progress) {
        int rows = jdbc.sql("update open_run set progress = ?, counter = counter + 1, saved_at = ?"
                        + " where id = ? and counter = ?")
                .params(write(progress), Timestamp.from(clock.instant()), id.value(), counter)
                .update();
        if (rows == 0) {
            throw new OutOfTurn("verification.run-stale");
        }
    }

    /** The run has come to its end. */
    void remove(RunId id) {
        jdbc.sql("delete from open_run where id = ?").param(id.value()).update();
    }

    private static OpenRun open(ResultSet row, int number) throws SQLException {
        return new OpenRun(
                new RunId(row.getObject("id", UUID.class)),
                new TransferId(row.getObject("transfer_id", UUID.class)),
                new StepId(row.getObject("step_id", UUID.class)),
                RunKind.of(row.getString("kind")),
                row.getString("receiver"),
                row.getString("expert"),
                row.getTimestamp("agreed_at").toInstant(),
                CueJson.read(row.getString("cues")).stream().map(CueScore::cue).toList(),
                read(row.getString("progress")),
                row.getLong("counter"));
    }

    private static String write(RunProgress progress) {
        try {
            return JSON.writeValueAsString(progress);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Progress that is no JSON", e);
        }
    }

    private static RunProgress read(String json) {
        try {
            return JSON.readValue(json, RunProgress.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Progress that is no JSON", e);
        }
    }
}
