package dev.baton.workflow;

import dev.baton.contradiction.ContradictionId;
import dev.baton.contradiction.ContradictionView;
import dev.baton.contradiction.Contradictions;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The third person says, and signs, what holds of two voices that contradict. */
@Component
class ArbitrateDuty implements Duty {

    private final ObjectProvider<Contradictions> contradictions;
    private final ArbitrationCards cards;

    ArbitrateDuty(ObjectProvider<Contradictions> contradictions, ArbitrationCards cards) {
        this.contradictions = contradictions;
        this.cards = cards;
    }

    @Override
    public String kind() {
        return "arbitration";
    }

    @Override
    public String processKey() {
        return Arbitration.KEY;
    }

    @Override
    public String definitionKey() {
        return Arbitration.TASK_ARBITRATE;
    }

    @Override
    public String page(String key) {
        return Arbitration.page(key);
    }

    @Override
    public Card card(String key) {
        return cards.forArbiter(contradictions.getObject().known(ContradictionId.of(key)));
    }

    @Override
    public boolean isDone(String key) {
        return !contradictions.getObject().known(ContradictionId.of(key)).isOpen();
    }

    @Override
    public Set<String> waiting() {
        return contradictions.getObject().waiting().stream()
                .filter(contradiction -> contradiction.arbiter() != null)
                .map(ContradictionView::id)
                .map(ContradictionId::toString)
                .collect(Collectors.toSet());
    }
}
