package dev.baton.web.page;

import dev.baton.identity.People;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The choice of a language, at the foot of every page. */
@Controller
class LanguagePages {

    private final People people;

    LanguagePages(People people) {
        this.people = people;
    }

    /** Back to the page on which it was chosen, now in that language. */
    @PostMapping("/language")
    String choose(
            @RequestParam(defaultValue = "") String language,
            @RequestHeader(name = HttpHeaders.REFERER, defaultValue = "") String from) {
        people.speak(language);
        return "redirect:" + page(from);
    }

    /** The page of ours at that address; home when it is none. */
    static String page(String address) {
        try {
            var from = URI.create(address);
            var path = from.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return "/";
            }
            return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
