package dev.baton.web.page;

import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.web.page.PersonPage.Card;
import dev.baton.web.page.PersonPage.Site;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** People and what each gave. Administrators have no part in it: they keep accounts, not contributions. */
@Controller
@RequestMapping("/people")
class PeoplePages {

    private final People people;
    private final Gratitude gratitude;
    private final RefusalTexts texts;

    PeoplePages(People people, Gratitude gratitude, RefusalTexts texts) {
        this.people = people;
        this.gratitude = gratitude;
        this.texts = texts;
    }

    @ModelAttribute("section")
    String section() {
        return "people";
    }

    @GetMapping
    String people(Model model) {
        var bySite = people.all().stream()
                .filter(person -> person.enabled() && !person.is(Role.ADMIN))
                .collect(Collectors.groupingBy(PersonView::site, TreeMap::new, Collectors.toList()));
        model.addAttribute(
                "sites",
                bySite.entrySet().stream()
                        .map(site -> new Site(
                                site.getKey(),
                                site.getValue().stream().map(this::card).toList()))
                        .toList());
        return "people";
    }

    @GetMapping("/{username}")
    String person(@PathVariable String username, Model model) {
        var person = people.require(username);
        model.addAttribute(
                "p",
                new PersonPage(
                        person.username(),
                        person.name(),
                        person.site(),
                        roles(person),
                        gratitude.credits(username),
                        gratitude.thanksTo(username)));
        return "person";
    }

    private Card card(PersonView person) {
        return new Card(
                person.username(),
                person.name(),
                roles(person),
                gratitude.credits(person.username()).size(),
                gratitude.thanksTo(person.username()).size());
    }

    private String roles(PersonView person) {
        return person.roles().stream()
                .sorted()
                .map(role -> texts.word("role." + role.code()))
                .collect(Collectors.joining(", "));
    }
}
