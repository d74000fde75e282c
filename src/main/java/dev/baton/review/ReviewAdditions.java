package dev.baton.review;

import dev.baton.ReadOnce;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.repository.Repository;

/** The additional reviews that were asked for. */
interface ReviewAdditions extends Repository<ReviewAddition, UUID> {

    ReviewAddition save(ReviewAddition addition);

    @ReadOnce
    List<ReviewAddition> findByItemIdAndItemVersion(UUID itemId, int itemVersion);

    /** The additional reviews that the version waits for: asked for, and not given up since. */
    static Set<Stage> asked(ReviewAdditions additions, UUID itemId, int itemVersion) {
        var all = additions.findByItemIdAndItemVersion(itemId, itemVersion);
        var givenUp = all.stream()
                .filter(addition -> !addition.isPossible())
                .map(ReviewAddition::stage)
                .collect(Collectors.toSet());
        return all.stream()
                .map(ReviewAddition::stage)
                .filter(stage -> !givenUp.contains(stage))
                .collect(Collectors.toSet());
    }
}
