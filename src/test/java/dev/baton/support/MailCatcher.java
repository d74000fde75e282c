package dev.baton.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;

/** The mail server of the integration tests: in memory, on one port, and it can be away for a time. */
public final class MailCatcher {

    private static final int PORT = freePort();
    private static GreenMail server = started();

    private MailCatcher() {}

    /** Where it listens on 127.0.0.1. */
    public static int port() {
        return PORT;
    }

    /** Nobody answers from now on. */
    public static synchronized void away() {
        server.stop();
    }

    /** It answers again, empty as it is. */
    public static synchronized void back() {
        server = started();
    }

    /** Subjects of what has come for that address since the server was last away. */
    public static synchronized List<String> subjectsTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .map(MailCatcher::subject)
                .toList();
    }

    /**
     * A mail as its reader has it.
     *
     * @param whole what came over the wire
     */
    public record Mail(String subject, String text, String html, String whole, MimeMessage message) {

        /** The value of that header, or an empty text. */
        public String header(String name) {
            try {
                var values = message.getHeader(name);
                return values == null ? "" : values[0];
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** What has come for that address since the server was last away. */
    public static synchronized List<Mail> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .map(MailCatcher::read)
                .toList();
    }

    /** What has come for anybody since the server was last away. */
    public static synchronized List<Mail> everybody() {
        return Arrays.stream(server.getReceivedMessages())
                .map(MailCatcher::read)
                .toList();
    }

    /** A mail of two parts, read. */
    public static Mail read(MimeMessage mail) {
        try {
            var parts = (MimeMultipart) mail.getContent();
            return new Mail(
                    mail.getSubject(),
                    String.valueOf(parts.getBodyPart(0).getContent()).replace("\r\n", "\n"),
                    String.valueOf(parts.getBodyPart(1).getContent()),
                    GreenMailUtil.getWholeMessage(mail),
                    mail);
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Everything that has come for anybody but that address since the server was last away, headers included. */
    public static synchronized List<String> toOthersThan(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> !isTo(mail, address))
                .map(GreenMailUtil::getWholeMessage)
                .toList();
    }

    private static GreenMail started() {
        var mail = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    private static boolean isTo(Message mail, String address) {
        try {
            return mail.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String subject(Message mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
