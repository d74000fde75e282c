package dev.baton.web.page;

import dev.baton.Refusal.Fault;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.EntryRefused;
import dev.baton.identity.People;
import dev.baton.identity.Reauthentication;
import dev.baton.identity.Statements;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages before all others: login, own password, statement of accountability. */
@Controller
class AccountPages {

    private final People people;
    private final Statements statements;
    private final Reauthentication reauthentication;
    private final RefusalTexts texts;

    AccountPages(People people, Statements statements, Reauthentication reauthentication, RefusalTexts texts) {
        this.people = people;
        this.statements = statements;
        this.reauthentication = reauthentication;
        this.texts = texts;
    }

    @GetMapping("/login")
    String login() {
        return Acting.person().isPresent() ? "redirect:/" : "login";
    }

    @GetMapping("/password")
    String password(Model model) {
        model.addAttribute("first", mustChange());
        return "password";
    }

    @PostMapping("/password")
    String choosePassword(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(name = "new", defaultValue = "") String chosen,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            if (reauthentication.login(Acting.current().username(), old).isEmpty()) {
                model.addAttribute("wrong", texts.of(List.of(Fault.of("old", "identity.password-wrong"))));
            } else {
                people.choosePassword(chosen);
                flash.addFlashAttribute("done", texts.word("password.changed"));
                return "redirect:/";
            }
        } catch (EntryRefused refusal) {
            model.addAttribute("wrong", texts.of(refusal));
        }
        model.addAttribute("first", mustChange());
        response.setStatus(422);
        return "password";
    }

    @GetMapping("/statement")
    String statement(Model model) {
        model.addAttribute("version", Statements.CURRENT);
        model.addAttribute("accepted", statements.accepted(Acting.current().username()));
        return "statement";
    }

    @PostMapping("/statement")
    String accept(RedirectAttributes flash) {
        statements.accept();
        flash.addFlashAttribute("done", texts.word("statement.thanks"));
        return "redirect:/";
    }

    private boolean mustChange() {
        return people.require(Acting.current().username()).mustChangePassword();
    }
}
