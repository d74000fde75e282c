package dev.baton.capture;

import dev.baton.transfer.StepId;
import dev.baton.transfer.TransferId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules ask about one version of an item, without its text, files, names and signatures.
 *
 * @param author user name of the author, whether or not somebody may know it
 * @param kind what kind of knowledge it is, as a code, or null
 * @param outsideRange whether its author says that it leaves the registered range, as a code, or null
 * @param helpers user names of those who wrote with the author, or asked and wrote
 */
public record ItemHead(
        ItemId itemId,
        TransferId transferId,
        StepId stepId,
        int version,
        int latestVersion,
        ItemState state,
        boolean inRework,
        String author,
        @Nullable String kind,
        @Nullable String outsideRange,
        Set<String> helpers) {}
