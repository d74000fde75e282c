package dev.baton.capture.web;

import dev.baton.Page;
import dev.baton.capture.Search;
import dev.baton.capture.SearchHit;
import dev.baton.capture.SearchQuery;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finding items by their words. */
@RestController
@RequestMapping("/api/search")
@Tag(name = "Search")
class SearchController {

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @GetMapping
    @Operation(
            summary = "The items that have the words and that the caller may see, best first; snippet is plain text,"
                    + " marked the same in pieces")
    Page<Map<String, @Nullable Object>> find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String transfer,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String sense,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + Page.DEFAULT_LIMIT) int limit) {
        var givenTransfer = given(transfer);
        var givenStep = given(step);
        var query = new SearchQuery(
                q,
                givenTransfer == null ? null : TransferId.of(givenTransfer),
                givenStep == null ? null : StepId.of(givenStep),
                given(kind),
                given(sense),
                given(state),
                given(person));
        return search.find(query, after, limit).map(SearchController::json);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() || value.indexOf('\0') >= 0 ? null : value;
    }

    private static Map<String, @Nullable Object> json(SearchHit hit) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("itemId", hit.itemId());
        json.put("title", hit.title());
        json.put("step", hit.step());
        json.put("snippet", hit.plain());
        json.put("marked", hit.snippet());
        json.put("version", hit.version());
        json.put("stepId", hit.stepId());
        json.put("transferId", hit.transferId());
        json.put("kind", hit.kind());
        json.put("state", hit.state());
        return json;
    }
}
