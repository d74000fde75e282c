package dev.baton.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person and what they gave: the recognition record.
 *
 * @param shown whether the reader may see the record
 * @param choices who may see it, on the person's own page; empty on others'
 */
record PersonPage(
        String username,
        String name,
        String site,
        String roles,
        boolean shown,
        List<Given> given,
        List<Given> fallen,
        List<ItemPage.Thanked> thanks,
        List<Awarded> certificates,
        List<Choice> choices) {

    /**
     * What a person gave to one item or at one step.
     *
     * @param itemId the item, or null
     * @param effects what came of it in a sentence, or empty
     * @param fell why and when it no longer counts, or null
     */
    record Given(
            @Nullable String itemId,
            String title,
            @Nullable String step,
            List<Act> acts,
            String effects,
            @Nullable String fell) {}

    /** How they gave it, and when they signed. */
    record Act(String act, When at) {}

    /**
     * A certificate.
     *
     * @param link where its code is checked, for its holder; null for others
     */
    record Awarded(
            String id,
            String transfer,
            String occasion,
            String gave,
            When at,
            boolean valid,
            int standing,
            @Nullable String link) {}

    /** Who may see the record. */
    record Choice(String code, boolean chosen) {}

    /** The people of a site. */
    record Site(String name, List<Card> people) {}

    /** A person in the list, with what they did in words. */
    record Card(String username, String name, String roles, String did) {}
}
