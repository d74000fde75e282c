package dev.baton.web.evaluation;

/** A transfer of the sample, with the workbook it is imported from and the stories that are told in it. */
enum Sample {
    /** The process itself, with three experts. */
    BULK_AND_FILL(
            "LAIV bulk and fill, California to Liverpool",
            "laiv-process",
            "Children get this vaccine as a spray, once a year, before the season. From next season on Liverpool makes"
                    + " it. What you tell here is what lets a colleague you may never meet make it as safe and as strong"
                    + " as you do."),
    /** Its potency assay, which one expert alone knows: quality names who reviews as a peer. */
    POTENCY_ASSAY(
            "Potency assay, California to Liverpool",
            "potency-assay",
            "The titre decides whether a child is protected. From next season on Liverpool counts the foci. What you"
                    + " tell here is what lets both sites find the same number on the same plate.");

    private final String title;
    private final String files;
    private final String purpose;

    Sample(String title, String files, String purpose) {
        this.title = title;
        this.files = files;
        this.purpose = purpose;
    }

    String title() {
        return title;
    }

    String purpose() {
        return purpose;
    }

    String workbook() {
        return files + "-steps.xlsx";
    }

    String stories() {
        return files + "-stories.json";
    }
}
