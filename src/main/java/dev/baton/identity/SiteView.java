package dev.baton.identity;

import java.time.ZoneId;

/** A site with its time zone. */
public record SiteView(String name, ZoneId zone) {}
