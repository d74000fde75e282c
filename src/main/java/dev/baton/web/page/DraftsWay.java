package dev.baton.web.page;

import dev.baton.capture.DraftComments;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.transfer.StepView;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way from a step to a draft about it that is open for the reader's comments. */
@Component
@Order(50)
class DraftsWay implements StepWay {

    private final DraftComments drafts;
    private final People people;
    private final RefusalTexts texts;

    DraftsWay(DraftComments drafts, People people, RefusalTexts texts) {
        this.drafts = drafts;
        this.people = people;
        this.texts = texts;
    }

    @Override
    public Optional<TransferWay.Way> of(StepView step) {
        return drafts.openFor(List.of(step.id())).stream()
                .findFirst()
                .map(draft -> new TransferWay.Way(
                        "/drafts/" + draft.id(),
                        texts.word("draft.way"),
                        texts.word(
                                "draft.way.line",
                                people.person(draft.expert())
                                        .map(PersonView::name)
                                        .orElse(draft.expert()))));
    }
}
