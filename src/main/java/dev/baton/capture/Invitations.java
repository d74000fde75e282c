package dev.baton.capture;

import dev.baton.identity.Acting;
import dev.baton.identity.PersonView;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has become of invitations to write together. */
@Service
public class Invitations {

    private final CoAuthorRows rows;
    private final CoAuthors writing;

    Invitations(CoAuthorRows rows, CoAuthors writing) {
        this.rows = rows;
        this.writing = writing;
    }

    /** Whether it still asks this person for something: the draft is open, and they have not signed it as it stands. */
    @Transactional(readOnly = true)
    public boolean isOpen(UUID invitation, PersonView invited) {
        return rows.findById(invitation)
                .filter(CoAuthor::stands)
                .map(CoAuthor::draftId)
                .filter(draft -> writing.openOf(invited.username()).contains(draft))
                .filter(draft -> !hasSigned(draft, invited))
                .isPresent();
    }

    private boolean hasSigned(DraftId draft, PersonView invited) {
        return Acting.as(invited.acting(null, null), () -> writing.of(draft)).stream()
                .anyMatch(writer -> writer.username().equals(invited.username()) && writer.signed());
    }
}
