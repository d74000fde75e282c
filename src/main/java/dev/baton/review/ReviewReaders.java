package dev.baton.review;

import dev.baton.capture.ItemId;
import dev.baton.capture.ItemReaders;
import dev.baton.transfer.TransferId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever decided about an item, asked about it, or was named its peer, reads it on duty. */
@Component
class ReviewReaders implements ItemReaders {

    private static final String READ =
            """
            select item_id, transfer_id from review_decision where decided_by = :me
            union select item_id, transfer_id from question where asked_by = :me
            union select item_id, transfer_id from peer_naming where peer = :me""";

    private final JdbcClient jdbc;

    ReviewReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<ItemId> readBy(TransferId transfer, String username) {
        return jdbc
                .sql("select item_id from (" + READ + ") read where transfer_id = :transfer")
                .param("transfer", transfer.value())
                .param("me", username)
                .query(UUID.class)
                .list()
                .stream()
                .map(ItemId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public Set<ItemId> readBy(String username) {
        return jdbc
                .sql("select item_id from (" + READ + ") read")
                .param("me", username)
                .query(UUID.class)
                .list()
                .stream()
                .map(ItemId::new)
                .collect(Collectors.toSet());
    }
}
