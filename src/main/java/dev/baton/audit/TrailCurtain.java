package dev.baton.audit;

import dev.baton.audit.HeldParts.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws a curtain before those who wrote in confidence: what they did on the item, what they did in the same transaction,
 * and the files they brought along show no name, and no value of the item's entries tells it. A filter by person does
 * not find them either, or it would answer the question.
 */
final class TrailCurtain {

    /** No curtain. */
    static final TrailCurtain NONE = new TrailCurtain(List.of(), "");

    private static final String HIDDEN =
            """
            exists (select from unnest(?::uuid[], ?::text[]) held(item, who) where audit_entry.username = held.who
              and (audit_entry.item_id = held.item or exists (select from audit_entry told where told.tx = audit_entry.tx
                and told.item_id = held.item and told.username = held.who)))
            or (audit_entry.username, audit_entry.record_id) in (select * from unnest(?::text[], ?::text[]))""";

    private final List<Part> parts;
    private final Map<UUID, Set<String>> secrets;
    private final Set<String> allSecrets;
    private final String words;

    TrailCurtain(List<Part> parts, String words) {
        this.parts = parts;
        this.words = words;
        this.secrets = parts.stream().collect(Collectors.toMap(Part::item, Part::secrets, (one, other) -> Stream.concat(
                        one.stream(), other.stream())
                .collect(Collectors.toSet())));
        this.allSecrets =
                parts.stream().flatMap(part -> part.secrets().stream()).collect(Collectors.toSet());
    }

    boolean isOpen() {
        return parts.isEmpty();
    }

    /** The condition on {@code audit_entry} that an entry is somebody's behind the curtain. */
    String hidden() {
        return isOpen() ? "false" : "(" + HIDDEN + ")";
    }

    /** The values for the condition's question marks. */
    List<Object> values() {
        if (isOpen()) {
            return List.of();
        }
        var items = new ArrayList<String>();
        var people = new ArrayList<String>();
        var owners = new ArrayList<String>();
        var files = new ArrayList<String>();
        for (var part : parts) {
            items.add(part.item().toString());
            people.add(part.username());
            for (var file : part.files()) {
                owners.add(part.username());
                files.add(file);
            }
        }
        return List.of(array(items), array(people), array(owners), array(files));
    }

    /** The row as it may be read. */
    TrailRow shown(TrailRow row, boolean hidden) {
        var known = hidden
                ? allSecrets
                : row.item() == null ? Set.<String>of() : secrets.getOrDefault(row.item(), Set.of());
        if (known.isEmpty()) {
            return row;
        }
        return new TrailRow(
                row.no(),
                row.tx(),
                row.at(),
                row.zone(),
                hidden ? words : row.person(),
                hidden ? "" : row.username(),
                row.role(),
                row.site(),
                row.act(),
                row.recordType(),
                Objects.requireNonNull(value(row.recordId(), known)),
                Objects.requireNonNull(value(row.recordLabel(), known)),
                row.item(),
                row.version(),
                row.field(),
                value(row.oldValue(), known),
                value(row.newValue(), known),
                row.unit(),
                row.reason(),
                hidden ? null : row.address());
    }

    private @Nullable String value(@Nullable String value, Set<String> known) {
        return value != null && known.contains(value) ? words : value;
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
