package dev.baton.workbook;

import java.util.List;

/**
 * A headed document of sections, whatever it is about; written on paper ({@link DocumentPaper}) and for Word ({@link
 * DocumentWord}).
 *
 * @param head lines under the title
 */
public record Document(String title, List<String> head, List<Section> sections) {

    /**
     * A section: sentences, then a table.
     *
     * @param columns headings of the table, empty for none
     * @param rows as many cells each as there are columns
     */
    public record Section(String heading, List<String> sentences, List<String> columns, List<List<String>> rows) {

        /** A section of sentences alone. */
        public static Section said(String heading, List<String> sentences) {
            return new Section(heading, sentences, List.of(), List.of());
        }

        /** A section that is a table, or the sentence when nothing stands in it. */
        public static Section table(String heading, String otherwise, List<String> columns, List<List<String>> rows) {
            return rows.isEmpty() ? said(heading, List.of(otherwise)) : new Section(heading, List.of(), columns, rows);
        }
    }
}
