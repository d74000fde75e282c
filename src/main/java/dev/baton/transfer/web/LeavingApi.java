package dev.baton.transfer.web;

import dev.baton.Texts;
import dev.baton.identity.Acting;
import dev.baton.transfer.Teams;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** When I leave: seen by me and by the leads of my transfers. */
@RestController
@RequestMapping("/api/me/leaving")
class LeavingApi {

    private final Teams teams;

    LeavingApi(Teams teams) {
        this.teams = teams;
    }

    /** My last day, or null. */
    record Leaving(@Nullable LocalDate leavingDate) {}

    /** My last day, null when I stay; the reason is needed when I said another day before. */
    record Said(@Nullable LocalDate leavingDate, @Nullable String reason) {}

    /** What I or a lead said. */
    @GetMapping
    Leaving mine() {
        return new Leaving(teams.myLeavingDate());
    }

    /** From now on it is this, in all my transfers. */
    @PutMapping
    Leaving say(@RequestBody Said said) {
        var reason = said.reason();
        return Acting.because(Texts.stripped(reason), () -> {
            teams.leave(said.leavingDate());
            return new Leaving(teams.myLeavingDate());
        });
    }
}
