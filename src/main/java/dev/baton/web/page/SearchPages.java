package dev.baton.web.page;

import dev.baton.capture.Search;
import dev.baton.capture.SearchFacet;
import dev.baton.capture.SearchQuery;
import dev.baton.transfer.StepId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where items are found again: a list like a list of documents, with what narrows it folded above. */
@Controller
@RequestMapping("/search")
class SearchPages {

    private static final int LIMIT = 20;
    private static final List<String> FACETS = List.of("step", "kind", "sense", "state", "person");

    private final Search search;
    private final RefusalTexts texts;

    SearchPages(Search search, RefusalTexts texts) {
        this.search = search;
        this.texts = texts;
    }

    /** A value to narrow the list by. */
    record Choice(String value, String label, long hits) {}

    @ModelAttribute("section")
    String section() {
        return "search";
    }

    @GetMapping
    String find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String sense,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var chosen = new LinkedHashMap<String, String>();
        put(chosen, "step", step);
        put(chosen, "kind", kind);
        put(chosen, "sense", sense);
        put(chosen, "state", state);
        put(chosen, "person", person);
        var inStep = chosen.get("step");
        var query = new SearchQuery(
                q,
                null,
                inStep == null ? null : StepId.of(inStep),
                chosen.get("kind"),
                chosen.get("sense"),
                chosen.get("state"),
                chosen.get("person"));
        var page = search.find(query, after, LIMIT);
        var facets = search.facets(query);
        var choices = new LinkedHashMap<String, List<Choice>>();
        for (var name : FACETS) {
            choices.put(
                    name,
                    facets.stream()
                            .filter(facet -> facet.name().equals(name))
                            .map(this::choice)
                            .toList());
        }
        model.addAttribute("q", q);
        model.addAttribute("chosen", chosen);
        model.addAttribute("choices", choices);
        model.addAttribute("hits", page.items());
        model.addAttribute("next", page.next());
        return "search";
    }

    private Choice choice(SearchFacet facet) {
        return new Choice(
                facet.value(),
                facet.name().equals("step")
                        ? facet.label()
                        : texts.wordOr(facet.name() + "." + facet.value(), facet.label()),
                facet.hits());
    }

    private static void put(Map<String, String> chosen, String name, @Nullable String value) {
        if (value != null && !value.isBlank() && value.indexOf('\0') < 0) {
            chosen.put(name, value);
        }
    }
}
