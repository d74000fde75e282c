package dev.baton.web.evaluation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What evaluation mode brings along.
 *
 * @param sample whether demo people and the sample transfer are made; tests that need an empty product switch it off
 */
@ConfigurationProperties("baton.evaluation")
record EvaluationSettings(@DefaultValue("true") boolean sample) {}
