package dev.baton.handover;

import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferView;
import java.util.List;

/** One rule of the gate at the end of a phase. Each is a bean; a gate opens when none of its rules misses anything. */
public interface GateRule {

    /** The phase that is left through the gate. */
    Phase phase();

    /** Whether it is asked at the gate out of that phase; by default at one gate only. */
    default boolean guards(Phase left) {
        return left == phase();
    }

    /** Its place among the rules of the gate. */
    int order();

    /** Everything that is missing now; empty when the rule is met. */
    List<Missing> missing(TransferView transfer);
}
