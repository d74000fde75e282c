package dev.baton.web.page;

import dev.baton.recognition.CertificateView;
import dev.baton.workbook.Poster;
import dev.baton.workbook.Poster.Line;
import dev.baton.workbook.Poster.Style;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The words of a certificate. */
@Component
class CertificatePosters {

    /** In UTF-16 units: four lines. */
    private static final int LONGEST_PURPOSE = 280;

    private final RefusalTexts texts;

    CertificatePosters(RefusalTexts texts) {
        this.texts = texts;
    }

    /** The sheet, with the address where its code is checked. */
    Poster of(CertificateView certificate, String base) {
        var code = String.valueOf(certificate.code());
        var link = base + "/verify/" + code.replace("-", "");
        return new Poster(
                texts.word("certificate.title", certificate.name()),
                List.of(
                        new Line(Style.OVERLINE, texts.word("certificate.overline")),
                        new Line(Style.GAP, ""),
                        new Line(Style.NAME, certificate.name()),
                        new Line(Style.GAP, ""),
                        new Line(Style.TEXT, texts.word("certificate.gave", gave(certificate))),
                        new Line(Style.TEXT, certificate.transfer()),
                        new Line(Style.GAP, ""),
                        new Line(Style.QUIET, shortened(certificate.purpose())),
                        new Line(Style.GAP, ""),
                        new Line(
                                Style.TEXT,
                                texts.word(
                                        "certificate.when",
                                        occasion(certificate),
                                        Moments.day(ZoneOffset.UTC, certificate.issuedAt())
                                                .text()))),
                List.of(texts.word("certificate.check"), link, texts.word("certificate.code", code)),
                link);
    }

    /** As much of the purpose as a sheet has room for: whole sentences, else whole words. */
    static String shortened(String purpose) {
        var line = purpose.replaceAll("\\s+", " ").strip();
        if (line.length() <= LONGEST_PURPOSE) {
            return line;
        }
        var sentence = line.lastIndexOf(". ", LONGEST_PURPOSE - 1);
        return sentence > LONGEST_PURPOSE / 3
                ? line.substring(0, sentence + 1)
                : line.substring(0, Math.max(line.lastIndexOf(' ', LONGEST_PURPOSE - 1), 1)) + " …";
    }

    /** What was given, as a sentence goes on. */
    String gave(CertificateView certificate) {
        var parts = new ArrayList<String>();
        certificate.gave().forEach((act, number) -> parts.add(texts.word("certificate.act." + act, number)));
        return parts.size() < 2
                ? String.join("", parts)
                : texts.word(
                        "certificate.and",
                        String.join(", ", parts.subList(0, parts.size() - 1)),
                        parts.get(parts.size() - 1));
    }

    /** What was reached. */
    String occasion(CertificateView certificate) {
        return texts.word("certificate.occasion." + certificate.occasion());
    }
}
