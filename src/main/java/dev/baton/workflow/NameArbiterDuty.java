package dev.baton.workflow;

import dev.baton.contradiction.ContradictionId;
import dev.baton.contradiction.ContradictionView;
import dev.baton.contradiction.Contradictions;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lead or quality names the third person who arbitrates between two voices. */
@Component
class NameArbiterDuty implements Duty {

    private final ObjectProvider<Contradictions> contradictions;
    private final ArbitrationCards cards;

    NameArbiterDuty(ObjectProvider<Contradictions> contradictions, ArbitrationCards cards) {
        this.contradictions = contradictions;
        this.cards = cards;
    }

    @Override
    public String kind() {
        return "name-arbiter";
    }

    @Override
    public String processKey() {
        return Arbitration.KEY;
    }

    @Override
    public String definitionKey() {
        return Arbitration.TASK_NAME_ARBITER;
    }

    @Override
    public String page(String key) {
        return Arbitration.page(key);
    }

    @Override
    public Card card(String key) {
        return cards.forNamers(contradictions.getObject().known(ContradictionId.of(key)));
    }

    @Override
    public boolean isDone(String key) {
        var contradiction = contradictions.getObject().known(ContradictionId.of(key));
        return !contradiction.isOpen() || contradiction.arbiter() != null;
    }

    @Override
    public Set<String> waiting() {
        return contradictions.getObject().waiting().stream()
                .filter(contradiction -> contradiction.arbiter() == null)
                .map(ContradictionView::id)
                .map(ContradictionId::toString)
                .collect(Collectors.toSet());
    }
}
