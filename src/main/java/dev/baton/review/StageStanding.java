package dev.baton.review;

import java.util.List;

/**
 * How far one stage of a version is.
 *
 * @param who names of whoever said yes, or of everybody who may; empty where nobody may be named
 */
public record StageStanding(String stage, boolean done, List<String> who) {}
