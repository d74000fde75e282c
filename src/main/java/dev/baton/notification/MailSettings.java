package dev.baton.notification;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices go out by mail; {@code spring.mail.host} switches mail on.
 *
 * @param domain a person's address is their user name at this domain
 * @param from local part of the sender's address
 * @param portal address of the portal, for links
 * @param quietFrom when a person's quiet hours begin, in their zone, until they choose
 * @param quietUntil when they end; the same as their begin: there are none
 */
@ConfigurationProperties("baton.mail")
record MailSettings(
        @DefaultValue("localhost") String domain,
        @DefaultValue("baton") String from,
        @DefaultValue("http://localhost:8080") String portal,
        @DefaultValue("20:00") LocalTime quietFrom,
        @DefaultValue("07:00") LocalTime quietUntil) {

    String addressOf(String localPart) {
        return localPart + "@" + domain;
    }
}
