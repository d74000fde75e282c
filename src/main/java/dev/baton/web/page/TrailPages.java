package dev.baton.web.page;

import dev.baton.Refusal.Fault;
import dev.baton.audit.TrailFilter;
import dev.baton.identity.Acting;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import dev.baton.web.page.TrailSentence.Filter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    private final TrailSentences trail;
    private final RefusalTexts texts;

    TrailPages(Transfers transfers, TrailSentences trail, RefusalTexts texts) {
        this.transfers = transfers;
        this.trail = trail;
        this.texts = texts;
    }

    @GetMapping("/transfers/{id}/trail")
    String trail(
            @PathVariable String id,
            Filter asked,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        var transfer = transfers.require(TransferId.of(id));
        var actor = Acting.current();
        var faults = new ArrayList<Fault>();
        var filter = read(asked, faults);
        var key = transfer.id().value();
        var page = trail.page(key, filter, before);
        if (!faults.isEmpty()) {
            model.addAttribute("wrong", texts.of(faults));
        }
        model.addAttribute("section", "transfers");
        model.addAttribute("transferId", id);
        model.addAttribute("transfer", transfer.name());
        model.addAttribute("mayExport", actor.is(Role.QUALITY) || actor.is(Role.AUDITOR));
        model.addAttribute("filter", asked);
        model.addAttribute("people", trail.people(key));
        model.addAttribute("items", trail.items(key));
        model.addAttribute("acts", trail.acts(key));
        model.addAttribute("sentences", page.items());
        model.addAttribute("more", page.next() == null ? null : earlier(asked, page.next()));
        return "trail";
    }

    /** The address of the entries before that one, with the same filter. */
    private static String earlier(Filter filter, String before) {
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

    private static TrailFilter read(Filter filter, List<Fault> faults) {
        var from = read("from", filter.from(), LocalDate::parse, faults);
        var to = read("to", filter.to(), LocalDate::parse, faults);
        return new TrailFilter(
                orNull(filter.person()),
                from == null ? null : from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                read("item", filter.item(), UUID::fromString, faults),
                orNull(filter.act()));
    }

    private static <T> @Nullable T read(
            String field, @Nullable String text, Function<String, T> reading, List<Fault> faults) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            faults.add(Fault.of(field, "trail.filter-wrong", text));
            return null;
        }
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
