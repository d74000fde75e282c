package dev.baton.web.page;

import dev.baton.handover.Gates;
import dev.baton.handover.Landings;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.comparison.ComparisonView;
import dev.baton.transfer.comparison.Comparisons;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways from a transfer to its comparison, its landings and its gate, and from a step to its comparison. */
@Configuration(proxyBeanMethods = false)
class HandoverWays {

    @Bean
    TransferWay gateWay(Gates gates, RefusalTexts texts) {
        return new TransferWay() {
            @Override
            public Area area() {
                return Area.ABILITY;
            }

            @Override
            public int order() {
                return 900;
            }

            @Override
            public Optional<Way> of(TransferView transfer) {
                var gate = gates.look(transfer.id());
                return Optional.of(new Way(
                        "/transfers/" + transfer.id() + "/gate",
                        texts.word("gate.of." + gate.phase().code()),
                        gate.open()
                                ? texts.word("gate.way.open")
                                : texts.word("gate.way.closed", gate.missing().size())));
            }
        };
    }

    @Bean
    TransferWay comparisonWay(Comparisons comparisons, RefusalTexts texts) {
        return new TransferWay() {
            @Override
            public Area area() {
                return Area.ABILITY;
            }

            @Override
            public int order() {
                return 100;
            }

            @Override
            public Optional<Way> of(TransferView transfer) {
                var begun = comparisons.of(transfer.id()).stream()
                        .filter(ComparisonView::begun)
                        .count();
                return Optional.of(new Way(
                        "/transfers/" + transfer.id() + "/comparison",
                        texts.word("comparison.title"),
                        texts.word("comparison.way.line", begun, transfer.steps())));
            }
        };
    }

    @Bean
    TransferWay landingWay(Landings landings, RefusalTexts texts) {
        return new TransferWay() {
            @Override
            public Area area() {
                return Area.ABILITY;
            }

            @Override
            public int order() {
                return 500;
            }

            @Override
            public Optional<Way> of(TransferView transfer) {
                var all = landings.list(transfer.id());
                var landed = all.stream().filter(item -> item.landing() != null).count();
                return Optional.of(new Way(
                        "/transfers/" + transfer.id() + "/landings",
                        texts.word("landing.title"),
                        all.isEmpty() ? "" : texts.word("landing.way.line", landed, all.size())));
            }
        };
    }

    @Bean
    StepWay comparedStep(RefusalTexts texts) {
        return step -> Optional.of(
                new TransferWay.Way("/steps/" + step.id() + "/comparison", texts.word("comparison.title"), ""));
    }
}
