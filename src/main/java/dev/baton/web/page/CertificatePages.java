package dev.baton.web.page;

import dev.baton.recognition.CertificateView;
import dev.baton.recognition.Certificates;
import dev.baton.workbook.PosterPaper;
import dev.baton.workbook.PosterWord;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Certificates: their holder takes them home, and anybody checks their code. */
@Controller
class CertificatePages {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Certificates certificates;
    private final CertificatePosters posters;
    private final CodeGate gate;
    private final RefusalTexts texts;

    CertificatePages(Certificates certificates, CertificatePosters posters, CodeGate gate, RefusalTexts texts) {
        this.certificates = certificates;
        this.posters = posters;
        this.gate = gate;
        this.texts = texts;
    }

    /** What anybody is told about a code. */
    record Checked(
            boolean valid,
            String name,
            String transfer,
            String occasion,
            Map<String, Integer> contributions,
            int standing,
            String issuedAt) {

        static Checked of(CertificateView certificate) {
            return new Checked(
                    certificate.valid(),
                    certificate.name(),
                    certificate.transfer(),
                    certificate.occasion(),
                    certificate.gave(),
                    certificate.standing(),
                    certificate.issuedAt().toString());
        }
    }

    /** Says to anybody whose certificate it is, for what, and whether it still holds. */
    @GetMapping("/verify/{code}")
    Object check(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        gate.pass(request.getRemoteAddr());
        var certificate = certificates.check(code);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted == null || !accepted.contains("text/html")) {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Checked.of(certificate));
        }
        return new ModelAndView(
                "verify",
                Map.of(
                        "c",
                        certificate,
                        "gave",
                        posters.gave(certificate),
                        "occasion",
                        posters.occasion(certificate),
                        "at",
                        Moments.day(java.time.ZoneOffset.UTC, certificate.issuedAt())));
    }

    @GetMapping("/certificates/{certificateId}.pdf")
    void pdf(@PathVariable UUID certificateId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var certificate = certificates.mine(certificateId);
        head(response, "application/pdf", certificate, "pdf");
        PosterPaper.write(posters.of(certificate, base(request)), certificate.issuedAt(), response.getOutputStream());
    }

    @GetMapping("/certificates/{certificateId}.docx")
    void word(@PathVariable UUID certificateId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var certificate = certificates.mine(certificateId);
        head(response, WORD, certificate, "docx");
        PosterWord.write(posters.of(certificate, base(request)), certificate.issuedAt(), response.getOutputStream());
    }

    @PostMapping("/certificates/{certificateId}/renew")
    String renew(@PathVariable UUID certificateId, RedirectAttributes flash) {
        var renewed = certificates.renew(certificateId);
        flash.addFlashAttribute("done", texts.word("certificate.renewed"));
        flash.addAttribute("username", renewed.username());
        return "redirect:/people/{username}";
    }

    private static void head(HttpServletResponse response, String type, CertificateView certificate, String ending) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("certificate-" + certificate.occasion() + "." + ending, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    private static String base(HttpServletRequest request) {
        return request.getRequestURL()
                .substring(
                        0,
                        request.getRequestURL().length()
                                - request.getRequestURI().length());
    }
}
