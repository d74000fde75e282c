package dev.baton.web.page;

import java.util.List;

/** A person and what they gave: the recognition record. */
record PersonPage(
        String username, String name, String site, String roles, List<Credit> credits, List<ItemPage.Thanked> thanks) {

    /** A credit, computed from a signature. */
    record Credit(String act, String itemId, String title, When at) {}

    /** The people of a site. */
    record Site(String name, List<Card> people) {}

    /** A person in the list. */
    record Card(String username, String name, String roles, int credits, int thanks) {}
}
