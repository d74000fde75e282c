package dev.baton.workflow;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All kinds of duties. Looked up late, because the engine's listeners are built before the modules. */
@Component
class Duties {

    private final ObjectProvider<Duty> duties;

    Duties(ObjectProvider<Duty> duties) {
        this.duties = duties;
    }

    Stream<Duty> all() {
        return duties.orderedStream();
    }

    /** The duty that is drawn as this user task, or empty. */
    Optional<Duty> drawnAs(String definitionKey) {
        return all().filter(duty -> duty.definitionKey().equals(definitionKey)).findFirst();
    }

    /** Whether all duties of that process are done for the record, or empty where the process has none. */
    Optional<Boolean> areDone(String processKey, String key) {
        return all().filter(duty -> duty.processKey().equals(processKey))
                .map(duty -> duty.isDone(key))
                .reduce(Boolean::logicalAnd);
    }

    List<String> definitionKeys() {
        return each(Duty::definitionKey);
    }

    private List<String> each(Function<Duty, String> name) {
        return all().map(name).distinct().toList();
    }
}
