package dev.baton.web.page;

import dev.baton.handover.AcceptanceState;
import dev.baton.handover.Documents;
import dev.baton.handover.Gates;
import dev.baton.handover.Landings;
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
        return AbilityWays.way(900, transfer -> {
            var gate = gates.look(transfer.id());
            return Optional.of(new TransferWay.Way(
                    "/transfers/" + transfer.id() + "/gate",
                    texts.word("gate.of." + gate.phase().code()),
                    gate.open()
                            ? texts.word("gate.way.open")
                            : texts.word("gate.way.closed", gate.missing().size())));
        });
    }

    @Bean
    TransferWay closeOutWay(AcceptanceState acceptance, RefusalTexts texts) {
        return AbilityWays.way(950, transfer -> {
            var standing = acceptance.of(transfer.id());
            var line = standing.isEmpty()
                    ? texts.word("closeout.way.documents")
                    : standing.get().isComplete()
                            ? texts.word("closeout.way.accepted")
                            : texts.word(
                                    "closeout.way.signed",
                                    standing.get().signatures().size());
            return Optional.of(new TransferWay.Way(
                    "/transfers/" + transfer.id() + "/close-out", texts.word("closeout.title"), line));
        });
    }

    @Bean
    TransferWay comparisonWay(Comparisons comparisons, RefusalTexts texts) {
        return AbilityWays.way(100, transfer -> {
            var begun = comparisons.of(transfer.id()).stream()
                    .filter(ComparisonView::begun)
                    .count();
            return Optional.of(new TransferWay.Way(
                    "/transfers/" + transfer.id() + "/comparison",
                    texts.word("comparison.title"),
                    texts.word("comparison.way.line", begun, transfer.steps())));
        });
    }

    @Bean
    TransferWay documentsWay(Documents documents, RefusalTexts texts) {
        return AbilityWays.way(800, transfer -> {
            var last = documents.last(transfer.id());
            return Optional.of(new TransferWay.Way(
                    "/transfers/" + transfer.id() + "/documents",
                    texts.word("documents.title"),
                    last.map(one -> texts.word("documents." + one.kind().code()) + ", "
                                    + texts.word("documents.edition", one.edition()))
                            .orElse(texts.word("documents.way.none"))));
        });
    }

    @Bean
    TransferWay landingWay(Landings landings, RefusalTexts texts) {
        return AbilityWays.way(500, transfer -> {
            var all = landings.list(transfer.id());
            var landed = all.stream().filter(item -> item.landing() != null).count();
            return Optional.of(new TransferWay.Way(
                    "/transfers/" + transfer.id() + "/landings",
                    texts.word("landing.title"),
                    all.isEmpty() ? "" : texts.word("landing.way.line", landed, all.size())));
        });
    }

    @Bean
    StepWay comparedStep(RefusalTexts texts) {
        return step -> Optional.of(
                new TransferWay.Way("/steps/" + step.id() + "/comparison", texts.word("comparison.title"), ""));
    }
}
