package dev.baton.capture;

import dev.baton.audit.HeldParts;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the trail who wrote what in confidence, so that it keeps their names from readers who may not know. */
@Component
class HeldInTrail implements HeldParts {

    private final KnowledgeItems items;
    private final ItemVersions versions;
    private final People people;
    private final HeldNames names;

    HeldInTrail(KnowledgeItems items, ItemVersions versions, People people, HeldNames names) {
        this.items = items;
        this.versions = versions;
        this.people = people;
        this.names = names;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Part> of(UUID transfer) {
        var me = Acting.current().username();
        return items.findByTransferIdAndInConfidenceTrue(transfer).stream()
                .filter(item -> !item.author().equals(me))
                .flatMap(this::parts)
                .toList();
    }

    private Stream<Part> parts(KnowledgeItem item) {
        var all = versions.findByItemIdOrderByVersion(item.id().value());
        var files = all.stream()
                .flatMap(version -> version.fileIds().stream())
                .map(UUID::toString)
                .collect(Collectors.toSet());
        return all.stream()
                .flatMap(ItemVersion::authorSide)
                .distinct()
                .map(username -> new Part(item.id().value(), username, secrets(item, username), files));
    }

    private Set<String> secrets(KnowledgeItem item, String username) {
        var name = people.person(username).map(PersonView::name).orElse(username);
        return Set.copyOf(List.of(username, name, item.captureId().toString()));
    }

    @Override
    public boolean mayKnow() {
        return HeldNames.mayLook();
    }

    @Override
    @Transactional(readOnly = true)
    public void seen(Set<UUID> ids) {
        names.lookedInTrail(items.findAllById(ids));
    }

    @Override
    public String words() {
        return names.recorded();
    }
}
