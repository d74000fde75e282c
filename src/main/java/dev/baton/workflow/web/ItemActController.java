package dev.baton.workflow.web;

import dev.baton.capture.ItemId;
import dev.baton.capture.ItemStages;
import dev.baton.capture.Items;
import dev.baton.identity.Reasons;
import dev.baton.review.Reviews;
import dev.baton.workflow.Tasks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What begins or ends the work on an item without a task: its next version, its withdrawal. */
@RestController
@RequestMapping("/api/items/{itemId}")
class ItemActController {

    private final Tasks tasks;
    private final Items items;
    private final ItemStages stages;
    private final Reviews reviews;
    private final SignatureJson signatures;
    private final Signing signing;

    ItemActController(
            Tasks tasks, Items items, ItemStages stages, Reviews reviews, SignatureJson signatures, Signing signing) {
        this.reviews = reviews;
        this.tasks = tasks;
        this.items = items;
        this.stages = stages;
        this.signatures = signatures;
        this.signing = signing;
    }

    /** Why a next version is begun. */
    record Revision(@Nullable String reason) {}

    /** Why an item is withdrawn, with what is typed to sign it. */
    record Withdrawal(@Nullable String reason, @Nullable String username, @Nullable String password) {

        /** Never with the password. */
        @Override
        public String toString() {
            return "Withdrawal[]";
        }
    }

    @PostMapping("/revise")
    Map<String, String> revise(@PathVariable String itemId, @RequestBody Revision revision) {
        var id = ItemId.of(itemId);
        items.require(id);
        return Reasons.require(revision.reason(), () -> Map.of("taskId", tasks.revise(id)));
    }

    @PostMapping("/lift-hold")
    Map<String, @Nullable Object> liftHold(
            @PathVariable String itemId, @RequestBody Withdrawal lifting, HttpServletRequest request) {
        var id = ItemId.of(itemId);
        items.require(id);
        return Reasons.require(lifting.reason(), () -> {
            var proof = signing.prove(request, lifting.username(), lifting.password());
            var signature = reviews.liftHold(id, lifting.reason() == null ? "" : lifting.reason(), proof);
            signing.signed(request);
            return Map.<String, @Nullable Object>of(
                    "signatures", signatures.of(List.of(signature)), "items", List.of(itemId));
        });
    }

    @PostMapping("/withdraw")
    Map<String, @Nullable Object> withdraw(
            @PathVariable String itemId, @RequestBody Withdrawal withdrawal, HttpServletRequest request) {
        var id = ItemId.of(itemId);
        items.require(id);
        return Reasons.require(withdrawal.reason(), () -> {
            var proof = signing.prove(request, withdrawal.username(), withdrawal.password());
            var reason = withdrawal.reason() == null ? "" : withdrawal.reason();
            var signature = stages.withdraw(id, reason, proof);
            signing.signed(request);
            return Map.<String, @Nullable Object>of(
                    "signatures", signatures.of(List.of(signature)), "items", List.of(itemId));
        });
    }
}
