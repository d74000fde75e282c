package dev.baton.web.page;

import dev.baton.Refusal.Fault;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.RoleMissing;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.web.page.TrailSentence.Filter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The audit trail of a transfer as sentences: for its lead, quality and auditors. */
@Controller
class TrailPages {

    private final Transfers transfers;
    private final TrailProjection trail;
    private final RefusalTexts texts;

    TrailPages(Transfers transfers, TrailProjection trail, RefusalTexts texts) {
        this.transfers = transfers;
        this.trail = trail;
        this.texts = texts;
    }

    @GetMapping("/transfers/{id}/trail")
    String trail(
            @PathVariable String id, Filter asked, @RequestParam(required = false) @Nullable Long before, Model model) {
        var transfer = transfers.require(TransferId.of(id));
        var actor = Acting.current();
        var mayExport = actor.is(Role.QUALITY) || actor.is(Role.AUDITOR);
        if (!mayExport && !transfers.isLead(transfer.id())) {
            throw new RoleMissing(Role.QUALITY);
        }
        var faults = new ArrayList<Fault>();
        var filter = checked(asked, faults);
        if (!faults.isEmpty()) {
            model.addAttribute("wrong", texts.of(faults));
        }
        var key = transfer.id().value();
        var page = trail.sentences(key, filter, before);
        model.addAttribute("section", "transfers");
        model.addAttribute("transferId", id);
        model.addAttribute("transfer", transfer.name());
        model.addAttribute("mayExport", mayExport);
        model.addAttribute("filter", asked);
        model.addAttribute("people", trail.people(key));
        model.addAttribute("items", trail.items(key));
        model.addAttribute("acts", trail.acts(key));
        model.addAttribute("sentences", page.sentences());
        model.addAttribute("more", page.next() == null ? null : earlier(asked, page.next()));
        return "trail";
    }

    /** The address of the entries before that row, with the same filter. */
    private static String earlier(Filter filter, long before) {
        return UriComponentsBuilder.newInstance()
                .queryParamIfPresent("person", Optional.ofNullable(filter.person()))
                .queryParamIfPresent("item", Optional.ofNullable(filter.item()))
                .queryParamIfPresent("act", Optional.ofNullable(filter.act()))
                .queryParamIfPresent("from", Optional.ofNullable(filter.from()))
                .queryParamIfPresent("to", Optional.ofNullable(filter.to()))
                .queryParam("before", before)
                .encode()
                .toUriString();
    }

    private static Filter checked(Filter filter, List<Fault> faults) {
        return new Filter(
                filter.person(),
                isReadable(filter.item(), UUID::fromString) ? filter.item() : null,
                filter.act(),
                date("from", filter.from(), faults),
                date("to", filter.to(), faults));
    }

    private static @Nullable String date(String field, @Nullable String text, List<Fault> faults) {
        if (isReadable(text, LocalDate::parse)) {
            return text;
        }
        faults.add(Fault.of(field, "form.date-wrong"));
        return null;
    }

    private static boolean isReadable(@Nullable String text, Function<String, Object> reading) {
        if (text == null || text.isBlank()) {
            return true;
        }
        try {
            reading.apply(text);
            return true;
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }
}
