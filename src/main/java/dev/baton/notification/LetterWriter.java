package dev.baton.notification;

import dev.baton.capture.Confidence;
import dev.baton.capture.ItemId;
import dev.baton.identity.PersonView;
import dev.baton.notification.Letter.Line;
import dev.baton.notification.Letter.Part;
import dev.baton.notification.MailOutbox.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes one mail of all the news of a topic that is due for somebody. Nothing held in confidence gets into it. */
@Component
class LetterWriter {

    private static final int SHOWN = 6;
    private static final int SUBJECT = 120;

    private final Confidence confidence;
    private final NoticeTexts texts;
    private final MessageSource messages;

    LetterWriter(Confidence confidence, NoticeTexts texts, MessageSource messages) {
        this.confidence = confidence;
        this.texts = texts;
        this.messages = messages;
    }

    /** The mail about this news. */
    Letter write(PersonView to, Topic topic, List<Entry> news) {
        var voice = new Voice(messages, to.locale());
        var lines = lines(news, voice);
        var one = lines.size() == 1;
        var shown = one || lines.size() <= SHOWN ? lines : lines.subList(0, SHOWN - 1);
        var more = lines.size() - shown.size();
        var parts = more == 0
                ? List.of(new Part(null, shown))
                : List.of(
                        new Part(null, shown),
                        new Part(null, List.of(new Line(voice.say("mail.more", String.valueOf(more)), "/"))));
        var title = one ? lines.get(0).text() : voice.say("mail.title." + topic.code(), String.valueOf(lines.size()));
        var link = lines.get(0).link();
        return new Letter(
                id(news),
                to.username(),
                voice.language(),
                subject(title),
                title,
                one ? List.of() : parts,
                one && link != null ? link : "/",
                voice.say("mail.why." + topic.code()),
                topic.isOptional() ? news.get(0).token() : null);
    }

    /** A line for each; however many of them are held, one line says so, and says nothing more. */
    private List<Line> lines(List<Entry> news, Voice voice) {
        var lines = new ArrayList<Line>();
        var held = new Line(voice.say("mail.held"), "/");
        for (var entry : news) {
            var item = entry.itemId();
            var key = entry.key();
            var args = entry.args();
            if (key != null && args != null && (item == null || !confidence.isHeld(new ItemId(item)))) {
                lines.add(new Line(texts.sentence(key, args, voice.language()), entry.link()));
            } else if (!lines.contains(held)) {
                lines.add(held);
            }
        }
        return lines;
    }

    /** One line of at most 120 characters: a title may hold line breaks, a mail header may not. */
    static String subject(String sentence) {
        var line = sentence.replaceAll("\\p{Cntrl}+|\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SUBJECT - 1)) + "…";
    }

    static UUID id(List<Entry> news) {
        return UUID.nameUUIDFromBytes(news.stream()
                .map(entry -> entry.id().toString())
                .collect(Collectors.joining(" "))
                .getBytes(StandardCharsets.US_ASCII));
    }
}
