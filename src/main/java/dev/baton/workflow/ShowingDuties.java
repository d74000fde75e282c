package dev.baton.workflow;

import dev.baton.transfer.Transfers;
import dev.baton.verification.DemonstrationStates;
import dev.baton.verification.Demonstrations;
import dev.baton.verification.RunKind;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The three duties of {@code demonstration.bpmn}: watch, do together, do alone. */
@Configuration(proxyBeanMethods = false)
class ShowingDuties {

    @Bean
    ShowingDuty watchStep(Transfers transfers, Demonstrations door, DemonstrationStates states, Clock clock) {
        return new ShowingDuty(RunKind.SHADOW, "Task_WatchStep", transfers, door, states, clock);
    }

    @Bean
    ShowingDuty doStepTogether(Transfers transfers, Demonstrations door, DemonstrationStates states, Clock clock) {
        return new ShowingDuty(RunKind.REVERSE_SHADOW, "Task_DoStepTogether", transfers, door, states, clock);
    }

    @Bean
    ShowingDuty teachStepBack(Transfers transfers, Demonstrations door, DemonstrationStates states, Clock clock) {
        return new ShowingDuty(RunKind.TEACH_BACK, "Task_TeachStepBack", transfers, door, states, clock);
    }
}
