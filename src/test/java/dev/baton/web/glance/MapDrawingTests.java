package dev.baton.web.glance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.web.glance.MapDrawing.Room;
import dev.baton.web.glance.ProcessMap.Mark;
import dev.baton.web.glance.ProcessMap.Operation;
import dev.baton.web.glance.ProcessMap.Step;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The process map as a file: well-formed whatever a step is called, complete, and to be read without its colours. */
class MapDrawingTests {

    private static final String HOSTILE = "</title><script>alert(1)</script> \"&\" 'x' \u0000\u0007 ]]> \ud800";
    private static final List<String> LEVELS = List.of("not told", "told", "reviewed", "approved", "transferred");

    private static PictureFile file() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return new PictureFile(engine);
    }

    private static ProcessMap map(String name, int steps) {
        var cells = IntStream.range(0, steps)
                .mapToObj(i -> new Step("id" + i, "1." + i, name, i == 0, new Mark(i % 5, LEVELS.get(i % 5))))
                .toList();
        return new ProcessMap("Map", MapColour.COVERAGE, List.of(new Operation(name, cells)), LEVELS, "critical");
    }

    private static Document parse(String svg) {
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            return builder.parse(new InputSource(new StringReader(svg)));
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new AssertionError(svg, e);
        }
    }

    private static List<Element> all(Document svg, String name) {
        NodeList found = svg.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    @Test
    void everyStepHasItsFullNameItsStateAndItsWay() {
        var name = "Candle the eggs and take out every one whose air cell has moved, by eye, in the dark room at night";
        for (var room : Room.values()) {
            var svg = parse(file().write(MapDrawing.draw(map(name, 7), room)));
            var steps = all(svg, "a");
            assertThat(steps).hasSize(7);
            assertThat(steps.get(3).getAttribute("href")).isEqualTo("/steps/id3");
            assertThat(steps.get(3).getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(name);
            assertThat(steps.get(3).getElementsByTagName("desc").item(0).getTextContent())
                    .isEqualTo("1.3, approved");
            assertThat(steps.get(0).getTextContent()).contains("critical", "not told", "…");
        }
    }

    @Test
    void theLevelIsReadWithoutColour() {
        var picture = MapDrawing.draw(map("Step", 5), Room.WIDE);
        for (int level = 0; level < 5; level++) {
            var word = LEVELS.get(level);
            var step = picture.nodes().stream()
                    .filter(node -> node.link() != null
                            && node.texts().stream().anyMatch(t -> t.text().equals(word)))
                    .findFirst()
                    .orElseThrow();
            assertThat(step.paths().stream().filter(path -> path.kind().equals("full")))
                    .hasSize(level);
        }
    }

    @Test
    void nothingLeavesThePicture() {
        for (var room : Room.values()) {
            var picture = MapDrawing.draw(map("Word ".repeat(40), 23), room);
            picture.nodes().stream().flatMap(node -> node.texts().stream()).forEach(text -> {
                assertThat(text.x() + Wrapping.width(text.text(), 13)).isLessThanOrEqualTo(picture.width());
                assertThat(text.y()).isBetween(0.0, (double) picture.height());
            });
        }
    }

    @Test
    void hostileNamesAreText() {
        var svg = parse(file().write(MapDrawing.draw(map(HOSTILE, 3), Room.WIDE)));
        assertThat(all(svg, "script")).isEmpty();
        assertThat(all(svg, "a").get(0).getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("</title><script>alert(1)</script> \"&\" 'x' ]]>");
    }

    @Property(tries = 60)
    void anyNameMakesAFileThatCanBeRead(@ForAll String name) {
        var svg = parse(file().write(MapDrawing.draw(map(name, 2), Room.NARROW)));
        assertThat(all(svg, "a")).hasSize(2);
    }

    @Property(tries = 200)
    void linesFitAndLoseNothingButTheEnd(@ForAll String text) {
        var lines = Wrapping.lines(text, 140, 13, 3);
        assertThat(lines).hasSizeLessThanOrEqualTo(3);
        lines.forEach(line -> assertThat(Wrapping.width(line, 13)).isLessThanOrEqualTo(141));
        var whole = Wrapping.readable(text).replace(" ", "");
        var kept = new ArrayList<>(lines);
        var joined = String.join("", kept).replace(" ", "");
        assertThat(joined.endsWith("…") ? joined.substring(0, joined.length() - 1) : joined)
                .satisfies(beginning -> assertThat(whole).startsWith(beginning));
    }

    @Test
    void theStyleInTheFileIsLetThroughByItsHash() {
        var answer = file().answer(MapDrawing.draw(map("Step", 1), Room.WIDE));
        assertThat(answer.getHeaders().getFirst("Content-Security-Policy"))
                .contains("default-src 'none'", "style-src 'sha256-");
        assertThat(answer.getHeaders().getContentType()).hasToString("image/svg+xml");
    }

    @Test
    void aMapHasFourColoursAndNoOther() {
        assertThat(MapColour.of("hidden-factory")).isEqualTo(MapColour.HIDDEN_FACTORY);
        assertThatThrownBy(() -> MapColour.of("RISK")).isInstanceOf(ColourUnknown.class);
    }
}
