package dev.baton.workbook;

/** Learns of every row of a workbook as it is written, headings and continued rows included. */
@FunctionalInterface
public interface RowWitness {

    /** Looks away. */
    RowWitness NONE = (sheet, number, check) -> {};

    /**
     * A row was written.
     *
     * @param number the row as Excel counts it, from 1
     * @param check for each column from A to the last filled one the CRC-32 of its canonical value, eight hex digits each
     */
    void row(String sheet, int number, String check);
}
