package dev.baton.handover;

import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferView;
import java.util.List;

/** One rule of the gate at the end of a phase. Each is a bean; a gate opens when none of its rules misses anything. */
public interface GateRule {

    /** The phase that is left through the gate. */
    Phase phase();

    /** Its place among the rules of the gate. */
    int order();

    /** Everything that is missing now; empty when the rule is met. */
    List<Missing> missing(TransferView transfer);
}
