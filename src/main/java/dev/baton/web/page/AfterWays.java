package dev.baton.web.page;

import dev.baton.handover.Deviations;
import dev.baton.handover.HalfLife;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways from a transfer to what goes on after the hand-over. */
@Configuration(proxyBeanMethods = false)
class AfterWays {

    @Bean
    TransferWay halfLifeWay(HalfLife halfLife, RefusalTexts texts, Clock clock) {
        return AbilityWays.way(960, transfer -> {
            var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            var due = halfLife.of(transfer.id()).stream()
                    .filter(item -> item.isDue(today))
                    .count();
            return Optional.of(new TransferWay.Way(
                    "/transfers/" + transfer.id() + "/half-life",
                    texts.word("halflife.title"),
                    texts.word(due == 0 ? "halflife.way.none" : "halflife.way", due)));
        });
    }

    @Bean
    TransferWay deviationWay(Deviations deviations, RefusalTexts texts) {
        return AbilityWays.way(970, transfer -> {
            var rate = deviations.leakRate(transfer.id());
            return Optional.of(new TransferWay.Way(
                    "/transfers/" + transfer.id() + "/deviations",
                    texts.word("deviation.title"),
                    rate.percent() == null
                            ? texts.word("deviation.way.none")
                            : texts.word("deviation.rate", rate.known(), rate.all(), rate.percent())));
        });
    }
}
