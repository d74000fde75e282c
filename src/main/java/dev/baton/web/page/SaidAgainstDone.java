package dev.baton.web.page;

import dev.baton.capture.Differences;
import dev.baton.capture.ItemContent.Difference;
import dev.baton.capture.ItemView;
import dev.baton.transfer.Transfers;
import dev.baton.web.page.Against.Differing;
import dev.baton.web.page.Against.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays an item's words beside the instruction, with the words marked that a difference is about. */
@Component
class SaidAgainstDone {

    private final Transfers transfers;
    private final Differences differences;

    SaidAgainstDone(Transfers transfers, Differences differences) {
        this.transfers = transfers;
        this.differences = differences;
    }

    /** The differences of an item: those its author signed, or those that the comparison finds. */
    Against of(ItemView item) {
        var step = transfers.step(item.stepId());
        var signed = Objects.requireNonNullElse(item.content().differences(), List.<Difference>of());
        var found = signed.isEmpty()
                ? differences.found(step, item.content()).found().stream()
                        .map(Differences.Found::difference)
                        .toList()
                : List.<Difference>of();
        return new Against(
                pieces(step.officialInstruction(), quotes(signed, Difference::official)),
                pieces(item.content().whatIsDone(), quotes(signed, Difference::done)),
                signed.stream().map(SaidAgainstDone::differing).toList(),
                found.stream().map(SaidAgainstDone::differing).toList());
    }

    private static Differing differing(Difference difference) {
        return new Differing(String.valueOf(difference.kind()), difference.official(), difference.done());
    }

    private static List<String> quotes(List<Difference> differences, Function<Difference, @Nullable String> side) {
        var quotes = new ArrayList<String>();
        for (var difference : differences) {
            var quote = side.apply(difference);
            if (quote != null && !quote.isBlank()) {
                quotes.add(quote);
            }
        }
        return quotes;
    }

    /** The text in pieces, each quote where it first stands; where two overlap, the first one. */
    static List<Piece> pieces(@Nullable String text, List<String> quotes) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        var places = quotes.stream()
                .filter(text::contains)
                .sorted(Comparator.comparingInt((String quote) -> text.indexOf(quote)))
                .toList();
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (var quote : places) {
            int from = text.indexOf(quote);
            if (from >= at) {
                add(pieces, text.substring(at, from), false);
                add(pieces, quote, true);
                at = from + quote.length();
            }
        }
        add(pieces, text.substring(at), false);
        return List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }
}
