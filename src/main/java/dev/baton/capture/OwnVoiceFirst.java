package dev.baton.capture;

import dev.baton.identity.Role;
import dev.baton.transfer.StepId;
import dev.baton.transfer.TeamMember;
import dev.baton.transfer.TransferId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Voices stay independent: an expert from whom a word about a step is awaited sees what colleagues told there only after
 * their own first word. It binds experts alone; lead, quality, receivers and auditors see all, and whoever has taken a
 * review sees what they review.
 */
@Component
class OwnVoiceFirst {

    /** Steps on which this person is named or asked, and steps on which they have told, signed or helped to write. */
    private static final String VOICES =
            """
            select step_id, 'asked' as voice from capture_request
              where transfer_id = :transfer and expert = :me and state = 'open'
            union select step_id, 'asked' from step_expert where transfer_id = :transfer and username = :me
            union select step_id, 'told' from knowledge_item where transfer_id = :transfer and author = :me
            union select step_id, 'told' from item_version where transfer_id = :transfer and co_authors is not null
              and :me = any(string_to_array(co_authors, ' '))
            union select step_id, 'told' from nothing_hidden where transfer_id = :transfer and username = :me""";

    /** Items in which this person asked and wrote, or writes the next version with its author. */
    private static final String WRITTEN =
            """
            select item_id from item_version where transfer_id = :transfer and interviewer = :me
            union select draft_id from co_author
              where transfer_id = :transfer and username = :me and left_reason is null""";

    /** The same rule for many items of many transfers at once; what is read on duty is left to the readers. */
    private static final String HELD =
            """
            select i.id, i.step_id from knowledge_item i
            where i.id = any(:items) and i.author <> :me
              and i.transfer_id in (select transfer_id from team_membership where username = :me group by transfer_id
                having bool_or(role = 'expert') and not bool_or(role in ('transfer-lead', 'receiver', 'quality')))
              and (exists (select from step_expert e where e.step_id = i.step_id and e.username = :me)
                or exists (select from capture_request c where c.step_id = i.step_id and c.expert = :me
                  and c.state = 'open'))
              and not exists (select from knowledge_item t where t.step_id = i.step_id and t.author = :me)
              and not exists (select from nothing_hidden n where n.step_id = i.step_id and n.username = :me)
              and not exists (select from item_version v where v.item_id = i.id and v.interviewer = :me)
              and not exists (select from co_author c where c.draft_id = i.id and c.username = :me
                and c.left_reason is null)
              and not exists (select from item_version v where v.step_id = i.step_id and v.co_authors is not null
                and :me = any(string_to_array(v.co_authors, ' ')))""";

    private static final Set<Role> READING = Set.of(Role.TRANSFER_LEAD, Role.RECEIVER, Role.QUALITY);

    private final ObjectProvider<ItemReaders> readers;
    private final JdbcClient jdbc;

    OwnVoiceFirst(ObjectProvider<ItemReaders> readers, JdbcClient jdbc) {
        this.readers = readers;
        this.jdbc = jdbc;
    }

    /**
     * What is kept from one person in one transfer, for now.
     *
     * @param steps where a word of theirs is awaited
     * @param read what they see there nevertheless, because they review it or wrote it down
     */
    record KeptBack(Set<UUID> steps, Set<UUID> read) {

        static final KeptBack NOTHING = new KeptBack(Set.of(), Set.of());

        /** Whether this person is not to see the item yet. */
        boolean holds(KnowledgeItem item, String username) {
            return steps.contains(item.stepId().value())
                    && !item.author().equals(username)
                    && !read.contains(item.id().value());
        }
    }

    /** What is kept from this member of the team. */
    KeptBack from(TransferId transfer, String username, Collection<TeamMember> team) {
        if (!binds(username, team)) {
            return KeptBack.NOTHING;
        }
        var steps = new HashSet<UUID>();
        var told = new HashSet<UUID>();
        jdbc.sql(VOICES)
                .param("transfer", transfer.value())
                .param("me", username)
                .query(row -> {
                    (row.getString(2).equals("asked") ? steps : told).add(row.getObject(1, UUID.class));
                });
        steps.removeAll(told);
        return steps.isEmpty() ? KeptBack.NOTHING : new KeptBack(steps, read(transfer, username));
    }

    /** Those of these items that are kept from this person, each with its step; as many statements for many as for one. */
    Map<ItemId, StepId> keptBack(String username, Collection<ItemId> ids) {
        var held = new HashMap<ItemId, StepId>();
        jdbc.sql(HELD)
                .param("items", ids.stream().map(ItemId::value).toArray(UUID[]::new))
                .param("me", username)
                .query(row -> {
                    held.put(new ItemId(row.getObject(1, UUID.class)), new StepId(row.getObject(2, UUID.class)));
                });
        if (!held.isEmpty()) {
            readers.orderedStream().forEach(reader -> held.keySet().removeAll(reader.readBy(username)));
        }
        return held;
    }

    /** Whether the rule is for this person: an expert who has no other part in the transfer. */
    static boolean binds(String username, Collection<TeamMember> team) {
        var roles = team.stream()
                .filter(member -> member.username().equals(username))
                .map(TeamMember::role)
                .collect(Collectors.toSet());
        return roles.contains(Role.EXPERT) && roles.stream().noneMatch(READING::contains);
    }

    private Set<UUID> read(TransferId transfer, String username) {
        var read = new HashSet<>(jdbc.sql(WRITTEN)
                .param("transfer", transfer.value())
                .param("me", username)
                .query(UUID.class)
                .list());
        readers.orderedStream()
                .flatMap(reader -> reader.readBy(transfer, username).stream())
                .map(ItemId::value)
                .forEach(read::add);
        return read;
    }
}
