package dev.baton;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/** Where the visible words come from: one file for each part of the product under {@code messages/}. */
@Configuration(proxyBeanMethods = false)
class Words {

    static final List<String> FILES = List.of(
            "common",
            "engine",
            "process",
            "audit",
            "records",
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
            "documents",
            "closeout",
            "book",
            "floor",
            "after",
            "comparison",
            "transfer",
            "glance",
            "diagrams",
            "search",
            "verification",
            "voices",
            "web",
            "people",
            "mail",
            "ops");

    @Bean
    MessageSource messageSource() {
        // What is written without a request, such as an entry of the trail, is English wherever the server stands.
        LocaleContextHolder.setDefaultLocale(Locale.ENGLISH);
        var source = new ForgivingWords();
        source.setBasenames(FILES.stream().map(name -> "messages/" + name).toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(Locale.ENGLISH);
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
