package dev.baton.web.glance;

import dev.baton.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/** Writes a drawing out as an SVG file that needs nothing else: the colours of both schemes and of print are in it. */
@Component
class PictureFile {

    private static final String START =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" class="picture alone" role="group" viewBox="0 0 %d %d" width="%d" \
            height="%d"><title>%s</title><style>%s</style>""";

    private final ITemplateEngine engine;
    private final String style;
    private final String policy;

    PictureFile(ITemplateEngine engine) {
        this.engine = engine;
        this.style = sheet("tokens.css") + sheet("picture.css");
        this.policy = "default-src 'none'; style-src 'sha256-" + hash(style) + "'; frame-ancestors 'self'";
    }

    /** The answer with the file; the one style in it is let through by its hash. */
    ResponseEntity<byte[]> answer(Picture picture) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .header("Content-Security-Policy", policy)
                .cacheControl(CacheControl.noStore())
                .body(write(picture).getBytes(StandardCharsets.UTF_8));
    }

    /** The drawing as well-formed XML. */
    String write(Picture picture) {
        var nodes = engine.process(
                new TemplateSpec("picture", Set.of("nodes"), TemplateMode.HTML, Map.of()),
                new Context(null, Map.of("p", picture)));
        return START.formatted(
                        picture.width(),
                        picture.height(),
                        picture.width(),
                        picture.height(),
                        escaped(Wrapping.readable(picture.label())),
                        style)
                + nodes.strip()
                + "</svg>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** One of the style sheets without its comments, on one line. */
    static String sheet(String name) {
        try {
            var css = new ClassPathResource("static/baton/" + name).getContentAsString(StandardCharsets.UTF_8);
            return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s+", " ").strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        return Base64.getEncoder().encodeToString(Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
