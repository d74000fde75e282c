package dev.baton.web.people;

import dev.baton.Page;
import dev.baton.identity.AbsenceView;
import dev.baton.identity.Absences;
import dev.baton.identity.Reasons;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own absences. */
@RestController
@RequestMapping("/api/me/absences")
class AbsenceApi {

    private final Absences absences;

    AbsenceApi(Absences absences) {
        this.absences = absences;
    }

    /** From when to when, both days counting, and who stands in. */
    record Away(@Nullable LocalDate from, @Nullable LocalDate until, @Nullable String delegate) {}

    @GetMapping
    @Operation(summary = "The caller's absences that are not over")
    Page<AbsenceView> mine() {
        return new Page<>(absences.mine(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "The caller will be away; reviews they have taken go to who stands in, or back to the group")
    AbsenceView name(@RequestBody Away away) {
        return absences.name(away.from(), away.until(), away.delegate());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The caller is back, or does not go")
    void end(@PathVariable UUID id, @RequestParam(required = false) @Nullable String reason) {
        Reasons.<@Nullable Void>require(reason, () -> {
            absences.end(id);
            return null;
        });
    }
}
