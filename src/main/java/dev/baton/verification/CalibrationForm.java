package dev.baton.verification;

import java.util.List;

/**
 * What is entered of a new set.
 *
 * @param question what both are asked of each sample
 * @param answers the possible answers
 * @param samples labels of samples that are no pictures
 */
public record CalibrationForm(
        String title,
        String question,
        String sense,
        List<String> answers,
        String expert,
        String receiver,
        List<String> samples) {}
