/** Takes the trail out: the workbook that proves itself, JSON lines, paper, and the jobs that make long ones. */
@NullMarked
package dev.baton.audit.export;

import org.jspecify.annotations.NullMarked;
