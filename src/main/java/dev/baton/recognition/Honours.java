package dev.baton.recognition;

import dev.baton.recognition.RecognitionRecord.Contributor;
import dev.baton.recognition.RecognitionRecord.ThanksView;
import dev.baton.transfer.TransferId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to whom a document may name that leaves the house: nobody whose record is not open to everybody, and nobody
 * who gave in confidence, whoever asks for the document.
 */
@Service
@Transactional(readOnly = true)
public class Honours {

    private final RecognitionReadModel reading;
    private final RecordSight sight;

    Honours(RecognitionReadModel reading, RecordSight sight) {
        this.reading = reading;
        this.sight = sight;
    }

    /**
     * The roll of a transfer.
     *
     * @param named who may be named, by name
     * @param unnamed how many more gave something and are not named
     * @param thanks what may be quoted, oldest first
     */
    public record Roll(List<Contributor> named, int unnamed, List<ThanksView> thanks) {}

    /** The roll of this transfer, without asking who wants to know. */
    public Roll of(TransferId transfer) {
        var all = reading.contributors(transfer.value());
        var thanks = reading.thanksIn(transfer.value());
        var open = named(Stream.concat(
                        all.stream().map(Contributor::username),
                        thanks.stream().flatMap(said -> Stream.of(said.from(), said.to())))
                .toList());
        var named =
                all.stream().filter(person -> open.contains(person.username())).toList();
        return new Roll(
                named,
                all.size() - named.size(),
                thanks.stream()
                        .filter(said -> open.contains(said.from()) && open.contains(said.to()))
                        .toList());
    }

    /** Those among these people who may be named. */
    public Set<String> named(Collection<String> usernames) {
        var open = new HashSet<>(usernames);
        open.remove("");
        open.removeAll(sight.closed(usernames));
        return open;
    }
}
