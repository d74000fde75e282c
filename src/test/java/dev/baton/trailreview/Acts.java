package dev.baton.trailreview;

import dev.baton.audit.SealedAct;
import dev.baton.audit.SealedAct.Change;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/** Acts of a made-up trail. */
final class Acts {

    static final Instant THEN = Instant.parse("2026-05-04T10:00:00Z");

    private Acts() {}

    static SealedAct act(long no, String act, String recordType, Change... changes) {
        return act(no, act, recordType, "expert1", null, false, changes);
    }

    static SealedAct act(
            long no, String act, String recordType, String username, UUID item, boolean reasoned, Change... changes) {
        return new SealedAct(
                no,
                THEN.plusSeconds(no),
                act,
                recordType,
                "id-" + no,
                "label",
                item,
                username,
                reasoned,
                List.of(changes),
                "digest-" + no);
    }

    /** So many acts to which no criterion applies. */
    static List<SealedAct> ordinary(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(no -> act(no, "created", "step"))
                .toList();
    }

    static Change set(String field, String value) {
        return new Change(field, value);
    }
}
