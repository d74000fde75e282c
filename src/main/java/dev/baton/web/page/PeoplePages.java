package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.capture.CaptureRefusals.NotYours;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.recognition.CertificateView;
import dev.baton.recognition.Certificates;
import dev.baton.recognition.Visibility;
import dev.baton.transfer.Transfers;
import dev.baton.web.page.PersonPage.Awarded;
import dev.baton.web.page.PersonPage.Card;
import dev.baton.web.page.PersonPage.Choice;
import dev.baton.web.page.PersonPage.Site;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** People and what each gave. Administrators have no part in it: they keep accounts, not contributions. */
@Controller
@RequestMapping("/people")
class PeoplePages {

    private final People people;
    private final Transfers transfers;
    private final Gratitude gratitude;
    private final Certificates certificates;
    private final CertificatePosters posters;
    private final RefusalTexts texts;

    PeoplePages(
            People people,
            Transfers transfers,
            Gratitude gratitude,
            Certificates certificates,
            CertificatePosters posters,
            RefusalTexts texts) {
        this.certificates = certificates;
        this.posters = posters;
        this.people = people;
        this.transfers = transfers;
        this.gratitude = gratitude;
        this.texts = texts;
    }

    @ModelAttribute("section")
    String section() {
        return "people";
    }

    @GetMapping
    String people(Model model) {
        var given = gratitude.everybody();
        var me = Acting.current().username();
        var colleagues = transfers.colleagues();
        var bySite = people.all().stream()
                .filter(person -> person.enabled() && !person.is(Role.ADMIN))
                .filter(person -> colleagues.contains(person.username())
                        || person.username().equals(me))
                .collect(Collectors.groupingBy(PersonView::site, TreeMap::new, Collectors.toList()));
        model.addAttribute(
                "sites",
                bySite.entrySet().stream()
                        .map(site -> new Site(
                                site.getKey(),
                                site.getValue().stream()
                                        .map(person -> card(person, given.get(person.username())))
                                        .toList()))
                        .toList());
        return "people";
    }

    @GetMapping("/{username}")
    String person(@PathVariable String username, Model model) {
        return page(username, model);
    }

    /** The contributor answers somebody's thanks. */
    @PostMapping("/{username}/thanks/{thanks}")
    String answer(
            @PathVariable String username,
            @PathVariable UUID thanks,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            gratitude.answer(thanks, text);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return page(username, model);
        }
        flash.addFlashAttribute("done", texts.word("person.answered"));
        flash.addAttribute("username", username);
        return "redirect:/people/{username}";
    }

    /** The person decides who may see what they gave. */
    @PostMapping("/{username}/visibility")
    String choose(
            @PathVariable String username,
            @RequestParam(defaultValue = "") String visibility,
            RedirectAttributes flash) {
        if (!username.equals(Acting.current().username())) {
            throw new NotYours("person.visibility.not-yours");
        }
        gratitude.choose(visibility);
        flash.addFlashAttribute("done", texts.word("person.visibility.chosen"));
        flash.addAttribute("username", username);
        return "redirect:/people/{username}";
    }

    private String page(String username, Model model) {
        var person = people.require(username);
        var record = gratitude.record(username);
        var own = username.equals(Acting.current().username());
        model.addAttribute(
                "p",
                new PersonPage(
                        person.username(),
                        person.name(),
                        person.site(),
                        roles(person),
                        record.shown(),
                        gratitude.given(record.credits()),
                        gratitude.given(record.withdrawn()),
                        record.thanks().stream().map(Gratitude::thanked).toList(),
                        certificates.of(username).stream().map(this::awarded).toList(),
                        own ? choices(record.visibility()) : List.of()));
        return "person";
    }

    private Awarded awarded(CertificateView certificate) {
        var code = certificate.code();
        return new Awarded(
                certificate.id().toString(),
                certificate.transfer(),
                posters.occasion(certificate),
                posters.gave(certificate),
                Moments.day(Acting.current().zone(), certificate.issuedAt()),
                certificate.valid(),
                certificate.standing(),
                code == null ? null : "/verify/" + code.replace("-", ""));
    }

    private static List<Choice> choices(String chosen) {
        return Arrays.stream(Visibility.values())
                .map(Visibility::code)
                .map(code -> new Choice(code, code.equals(chosen)))
                .toList();
    }

    private Card card(PersonView person, @Nullable String did) {
        return new Card(person.username(), person.name(), roles(person), did == null ? "" : did);
    }

    private String roles(PersonView person) {
        return person.roles().stream()
                .sorted()
                .map(role -> texts.word("role." + role.code()))
                .collect(Collectors.joining(", "));
    }
}
