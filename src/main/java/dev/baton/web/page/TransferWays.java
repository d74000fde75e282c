package dev.baton.web.page;

import dev.baton.transfer.TransferView;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** All ways from a transfer into its parts, by area. */
@Component
class TransferWays {

    /** The ways of one area; its words are {@code transfer.area.<name>}. */
    record Group(String area, List<TransferWay.Way> ways) {}

    private final List<TransferWay> ways;

    TransferWays(List<TransferWay> ways) {
        this.ways = ways.stream()
                .sorted(Comparator.comparing(TransferWay::area).thenComparing(TransferWay::order))
                .toList();
    }

    /** The areas that have a way for the current actor. */
    List<Group> of(TransferView transfer) {
        return Arrays.stream(TransferWay.Area.values())
                .map(area -> new Group(
                        area.name().toLowerCase(Locale.ROOT),
                        ways.stream()
                                .filter(way -> way.area() == area)
                                .flatMap(way -> way.of(transfer).stream())
                                .toList()))
                .filter(group -> !group.ways().isEmpty())
                .toList();
    }
}
