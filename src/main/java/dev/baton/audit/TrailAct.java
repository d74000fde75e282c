package dev.baton.audit;

import java.util.List;

/**
 * One act as a sentence shows it: who did what to which record, with a row for each field it touched.
 *
 * @param no the highest number among its rows
 * @param head any of the rows; they agree in person, time, act and record
 */
public record TrailAct(long no, TrailRow head, List<TrailRow> fields) {}
