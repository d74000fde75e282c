package dev.baton.web.page;

import dev.baton.transfer.StepView;
import java.util.Optional;

/** A way from the page of a step into one of its parts; a bean for each, in the order of {@code @Order}. */
public interface StepWay {

    /** The way of this step for the current actor, or empty: it is not for them, or not yet there. */
    Optional<TransferWay.Way> of(StepView step);
}
