package dev.baton.notification;

import dev.baton.identity.Acting;
import java.util.List;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to notices: each person sees their own and nobody else's. */
@Service
@Transactional
public class Notices {

    /** How many notices are shown at most. */
    public static final int SHOWN = 200;

    private final NoticeBoard board;

    Notices(NoticeBoard board) {
        this.board = board;
    }

    /** The current actor's notices, newest first. */
    @Transactional(readOnly = true)
    public List<NoticeView> mine() {
        return Acting.person()
                .map(actor -> board.of(actor.username(), SHOWN, LocaleContextHolder.getLocale()))
                .orElse(List.of());
    }

    /** The current actor has read this notice; a second time changes nothing. */
    public void read(UUID id) {
        if (!board.read(Acting.current().username(), id)) {
            throw new NoticeUnknown(id);
        }
    }

    /** The current actor has read everything. */
    public void readAll() {
        board.readAll(Acting.current().username());
    }
}
