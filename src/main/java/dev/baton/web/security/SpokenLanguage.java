package dev.baton.web.security;

import dev.baton.Languages;
import dev.baton.identity.PersonView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The language in which a request is answered: the one its person chose, else the first that the browser asks for and
 * Baton speaks, else English.
 */
@Component("localeResolver")
class SpokenLanguage extends AcceptHeaderLocaleResolver {

    private static final String CHOSEN = SpokenLanguage.class.getName();

    SpokenLanguage() {
        setSupportedLocales(Languages.SPOKEN);
        setDefaultLocale(Locale.ENGLISH);
    }

    /** From now on the request is answered as this person chose. */
    static void chosenBy(PersonView person, HttpServletRequest request) {
        if (person.language() != null) {
            request.setAttribute(CHOSEN, person.locale());
        }
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return request.getAttribute(CHOSEN) instanceof Locale chosen ? chosen : super.resolveLocale(request);
    }
}
