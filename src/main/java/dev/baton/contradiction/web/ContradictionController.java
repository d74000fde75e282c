package dev.baton.contradiction.web;

import dev.baton.Page;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemJson;
import dev.baton.contradiction.ContradictionId;
import dev.baton.contradiction.ContradictionJson;
import dev.baton.contradiction.Contradictions;
import dev.baton.contradiction.Outcome;
import dev.baton.identity.Reauthentication;
import dev.baton.transfer.TransferId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Contradictions over the API: read, mark, confirm, name the arbiter, sign the outcome. */
@RestController
@RequestMapping("/api")
@Tag(name = "Contradictions")
class ContradictionController {

    private final Contradictions contradictions;
    private final Reauthentication reauthentication;

    ContradictionController(Contradictions contradictions, Reauthentication reauthentication) {
        this.contradictions = contradictions;
        this.reauthentication = reauthentication;
    }

    /** Which other item, and what is contradictory. */
    record Mark(@Nullable String other, @Nullable String reason) {}

    /** Why. */
    record Why(@Nullable String reason) {}

    /** Who is to arbitrate, and why this person. */
    record Naming(@Nullable String arbiter, @Nullable String reason) {}

    /** What holds, with what is typed to sign it. */
    record Decision(
            @Nullable String outcome, @Nullable String words, @Nullable String username, @Nullable String password) {

        /** Never with the password. */
        @Override
        public String toString() {
            return "Decision[" + outcome + "]";
        }
    }

    @GetMapping("/transfers/{id}/contradictions")
    @Operation(summary = "The contradictions of a transfer, oldest first, as far as the caller may see both voices")
    Page<Map<String, @Nullable Object>> list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
        return contradictions.list(TransferId.of(id), after, limit).map(ContradictionJson::of);
    }

    @GetMapping("/contradictions/{id}")
    @Operation(summary = "One contradiction, with who may arbitrate")
    Map<String, @Nullable Object> one(@PathVariable String id) {
        var json = ContradictionJson.of(contradictions.require(ContradictionId.of(id)));
        json.put("possibleArbiters", contradictions.possibleArbiters(ContradictionId.of(id)));
        return json;
    }

    @PostMapping("/items/{id}/contradictions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Marks two items of one step as contradicting")
    Map<String, @Nullable Object> mark(@PathVariable String id, @RequestBody Mark mark) {
        var other = mark.other() == null || mark.other().isBlank() ? null : ItemId.of(mark.other());
        var marked = contradictions.mark(ItemId.of(id), other, mark.reason());
        return ContradictionJson.of(contradictions.require(marked));
    }

    @PostMapping("/contradictions/{id}/confirm")
    @Operation(summary = "Two voices that may disagree do")
    Map<String, @Nullable Object> confirm(@PathVariable String id, @RequestBody Why why) {
        return ContradictionJson.of(contradictions.confirm(ContradictionId.of(id), why.reason()));
    }

    @PostMapping("/contradictions/{id}/dismiss")
    @Operation(summary = "Two voices that may disagree do not")
    Map<String, @Nullable Object> dismiss(@PathVariable String id, @RequestBody Why why) {
        return ContradictionJson.of(contradictions.dismiss(ContradictionId.of(id), why.reason()));
    }

    @PostMapping("/contradictions/{id}/arbiter")
    @Operation(summary = "Lead or quality names the third person")
    Map<String, @Nullable Object> name(@PathVariable String id, @RequestBody Naming naming) {
        return ContradictionJson.of(
                contradictions.nameArbiter(ContradictionId.of(id), naming.arbiter(), naming.reason()));
    }

    @PostMapping("/contradictions/{id}/decide")
    @Operation(summary = "The arbiter signs what holds: both, first, second or trial")
    Map<String, @Nullable Object> decide(@PathVariable String id, @RequestBody Decision decision) {
        var contradiction = ContradictionId.of(id);
        var outcome = Outcome.ofCode(decision.outcome() == null ? "" : decision.outcome())
                .orElse(null);
        contradictions.check(contradiction, outcome, decision.words());
        var proof = reauthentication.prove(
                decision.username() == null ? "" : decision.username(),
                decision.password() == null ? "" : decision.password());
        var signature = contradictions.decide(contradiction, outcome, decision.words(), proof);
        var json = new LinkedHashMap<>(ContradictionJson.of(contradictions.require(contradiction)));
        json.put("signatures", List.of(ItemJson.signature(signature, true)));
        return json;
    }
}
