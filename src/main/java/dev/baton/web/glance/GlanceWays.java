package dev.baton.web.glance;

import dev.baton.transfer.TransferView;
import dev.baton.web.page.TransferWay;
import dev.baton.workflow.LiveProcesses;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways from a transfer to what shows it at a glance. */
@Configuration(proxyBeanMethods = false)
class GlanceWays {

    @Bean
    TransferWay dashboardWay(GlanceWords words) {
        return way(10, "dashboard", "dashboard.title", "dashboard.way", words, transfer -> true);
    }

    @Bean
    TransferWay processMapWay(GlanceWords words) {
        return way(20, "process-map", "map.title", "map.way", words, transfer -> true);
    }

    @Bean
    TransferWay workflowWay(GlanceWords words, LiveProcesses processes) {
        return way(
                30, "workflow", "workflow.title", "workflow.way", words, transfer -> processes.mayLook(transfer.id()));
    }

    private static TransferWay way(
            int order, String page, String title, String line, GlanceWords words, Predicate<TransferView> shown) {
        return new TransferWay() {
            @Override
            public Area area() {
                return Area.GLANCE;
            }

            @Override
            public int order() {
                return order;
            }

            @Override
            public Optional<Way> of(TransferView transfer) {
                return shown.test(transfer)
                        ? Optional.of(new Way(
                                "/transfers/" + transfer.id() + "/" + page, words.word(title), words.word(line)))
                        : Optional.empty();
            }
        };
    }
}
