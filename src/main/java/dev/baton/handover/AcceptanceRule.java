package dev.baton.handover;

import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A transfer ends when both units and quality have accepted it; no override takes the place of that. */
@Component
class AcceptanceRule implements GateRule {

    private final AcceptanceReader reader;

    AcceptanceRule(AcceptanceReader reader) {
        this.reader = reader;
    }

    @Override
    public Phase phase() {
        return Phase.CLOSE_OUT;
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public List<Missing> missing(TransferView transfer) {
        var standing = Optional.ofNullable(reader.standing(transfer.id())).map(reader::view);
        return Arrays.stream(Side.values())
                .filter(side -> standing.filter(AcceptanceView::unaltered)
                        .flatMap(view -> view.of(side))
                        .isEmpty())
                .map(side -> Missing.binding(
                        side.role().code(),
                        "/transfers/" + transfer.id() + "/close-out",
                        "gate.missing.acceptance." + side.code()))
                .toList();
    }
}
