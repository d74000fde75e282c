package dev.baton;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Where the visible words come from: one file for each part of the product under {@code messages/}. */
@Configuration(proxyBeanMethods = false)
class Words {

    static final List<String> FILES = List.of(
            "common",
            "engine",
            "process",
            "audit",
            "ledger",
            "capture",
            "confidence",
            "absence",
            "factory",
            "differences",
            "export",
            "review",
            "trailreview",
            "handover",
            "comparison",
            "transfer",
            "search",
            "verification",
            "voices",
            "web",
            "people",
            "ops");

    @Bean
    MessageSource messageSource() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(FILES.stream().map(name -> "messages/" + name).toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(Locale.ENGLISH);
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
