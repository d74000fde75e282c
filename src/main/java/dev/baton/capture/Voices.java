package dev.baton.capture;

import dev.baton.transfer.StepId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what is said about a step by everybody, for those parts of the product that compare it. */
@Service
public class Voices {

    private static final String OF_STEP =
            """
            select i.id, i.latest_version, i.author, i.created_at, v.title, v.kind, v.sense, v.threshold_value,
              v.threshold_unit, v.interviewer, v.co_authors,
              tsvector_to_array(to_tsvector('baton', left(coalesce(v.cue, ''), 30000))) as cue_words
            from knowledge_item i join item_version v on v.item_id = i.id and v.version = i.latest_version
            where i.step_id = ? and (i.state not in ('withdrawn', 'superseded') or i.effective_version is not null)
            order by i.created_at, i.id""";

    private final JdbcClient jdbc;

    Voices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every voice on the step in its latest version, oldest first, without asking who wants to know. */
    @Transactional(readOnly = true)
    public List<Voice> on(StepId step) {
        return jdbc.sql(OF_STEP).param(step.value()).query(Voices::voice).list();
    }

    private static Voice voice(ResultSet row, int number) throws SQLException {
        var side = new HashSet<String>();
        side.add(row.getString("author"));
        if (row.getString("interviewer") != null) {
            side.add(row.getString("interviewer"));
        }
        if (row.getString("co_authors") != null) {
            side.addAll(List.of(row.getString("co_authors").split(" ", -1)));
        }
        return new Voice(
                new ItemId(row.getObject("id", UUID.class)),
                row.getInt("latest_version"),
                side,
                row.getString("title"),
                row.getString("kind"),
                row.getString("sense"),
                row.getString("threshold_value"),
                row.getString("threshold_unit"),
                words(row.getArray("cue_words")),
                row.getTimestamp("created_at").toInstant());
    }

    private static Set<String> words(Array array) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) array.getArray()));
    }
}
