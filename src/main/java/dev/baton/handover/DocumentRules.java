package dev.baton.handover;

import dev.baton.transfer.Phase;
import dev.baton.transfer.TransferView;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Execution begins with an approved protocol, close-out with an approved report. */
@Configuration(proxyBeanMethods = false)
class DocumentRules {

    @Bean
    static GateRule protocolRule(ObjectProvider<Documents> documents) {
        return new Approved(DocumentKind.PROTOCOL, documents);
    }

    @Bean
    static GateRule reportRule(ObjectProvider<Documents> documents) {
        return new Approved(DocumentKind.REPORT, documents);
    }

    /** Looked up late: a report tells of overrides, which are gates' own. */
    private record Approved(DocumentKind kind, ObjectProvider<Documents> documents) implements GateRule {

        @Override
        public Phase phase() {
            return kind.endOf();
        }

        @Override
        public int order() {
            return 800;
        }

        @Override
        public List<Missing> missing(TransferView transfer) {
            var latest = documents.getObject().latest(transfer.id(), kind);
            if (latest.filter(DocumentView::isApproved).isPresent()) {
                return List.of();
            }
            var next = latest.filter(DocumentView::unaltered)
                    .flatMap(DocumentView::next)
                    .orElse(DocumentPart.AUTHOR);
            return List.of(Missing.of(
                    next.role().code(),
                    "/transfers/" + transfer.id() + "/documents",
                    "gate.missing." + kind.code() + "." + next.code()));
        }
    }
}
