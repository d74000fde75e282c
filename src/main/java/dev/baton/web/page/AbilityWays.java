package dev.baton.web.page;

import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import dev.baton.verification.Calibrations;
import dev.baton.verification.DemonstrationState.Status;
import dev.baton.verification.DemonstrationStates;
import dev.baton.verification.Permission;
import dev.baton.verification.Training;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways from a transfer to what the receiving site can do. */
@Configuration(proxyBeanMethods = false)
class AbilityWays {

    @Bean
    TransferWay demonstrationWay(DemonstrationStates states, RefusalTexts texts) {
        return way(300, transfer -> {
            var all = states.of(transfer.id()).values();
            var passed = all.stream()
                    .filter(state -> state.status() == Status.PASSED)
                    .count();
            return Optional.of(new TransferWay.Way(
                    "/transfers/" + transfer.id() + "/demonstrations",
                    texts.word("bench.way"),
                    all.isEmpty() ? "" : texts.word("bench.way.line", passed, transfer.steps())));
        });
    }

    @Bean
    TransferWay authorityWay(RefusalTexts texts) {
        return way(
                190,
                transfer -> Optional.of(new TransferWay.Way(
                        "/transfers/" + transfer.id() + "/authority",
                        texts.word("authority.title"),
                        texts.word("authority.way"))));
    }

    @Bean
    TransferWay trainingWay(Training training, Transfers transfers, RefusalTexts texts) {
        return way(200, transfer -> {
            var lines = training.permissions(transfer.id());
            var may = lines.stream().filter(Permission::may).count();
            return transfers.isLead(transfer.id()) || Acting.current().is(Role.QUALITY)
                    ? Optional.of(new TransferWay.Way(
                            "/transfers/" + transfer.id() + "/training",
                            texts.word("training.title"),
                            texts.word("training.way.line", may, lines.size())))
                    : Optional.empty();
        });
    }

    @Bean
    TransferWay readingWay(Training training, RefusalTexts texts) {
        return way(210, transfer -> {
            var readings = training.readings(transfer.id());
            var open = readings.stream()
                    .filter(reading -> reading.readAt() == null)
                    .count();
            return readings.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new TransferWay.Way(
                            "/transfers/" + transfer.id() + "/readings",
                            texts.word("training.readings"),
                            texts.word("training.readings.line", open)));
        });
    }

    @Bean
    TransferWay calibrationWay(Calibrations calibrations, RefusalTexts texts) {
        return way(
                310,
                transfer -> Optional.of(new TransferWay.Way(
                        "/transfers/" + transfer.id() + "/calibrations",
                        texts.word("calibration.title"),
                        texts.word(
                                "calibration.way.line",
                                calibrations.ofTransfer(transfer.id()).size()))));
    }

    /** Asked for a transfer whenever its page is shown. */
    @FunctionalInterface
    interface Asked {
        Optional<TransferWay.Way> of(TransferView transfer);
    }

    static TransferWay way(int order, Asked asked) {
        return new TransferWay() {
            @Override
            public Area area() {
                return Area.ABILITY;
            }

            @Override
            public int order() {
                return order;
            }

            @Override
            public Optional<Way> of(TransferView transfer) {
                return asked.of(transfer);
            }
        };
    }
}
