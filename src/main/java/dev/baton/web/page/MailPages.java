package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.notification.MailWish;
import dev.baton.notification.MailWishes;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person wants by mail and when, and the way out at the foot of each mail. */
@Controller
@RequestMapping("/mail")
class MailPages {

    private final MailWishes wishes;
    private final RefusalTexts texts;

    MailPages(MailWishes wishes, RefusalTexts texts) {
        this.wishes = wishes;
        this.texts = texts;
    }

    @GetMapping
    String page(Model model) {
        return page(model, entered(wishes.mine()));
    }

    @PostMapping
    String choose(
            @RequestParam(defaultValue = "false") boolean personal,
            @RequestParam(defaultValue = "false") boolean together,
            @RequestParam(defaultValue = "false") boolean weekly,
            @RequestParam(defaultValue = "") String quietFrom,
            @RequestParam(defaultValue = "") String quietUntil,
            @RequestParam(defaultValue = "") String zone,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var entry = new MailWishes.Entry(personal, together, weekly, quietFrom, quietUntil, zone);
        try {
            wishes.choose(entry);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return page(model, entry);
        }
        flash.addFlashAttribute("done", texts.word("mail.saved"));
        return "redirect:/mail";
    }

    /** Asks first: programs that look at links in mails before their reader does must not unsubscribe anybody. */
    @GetMapping("/off/{token}")
    String off(@PathVariable UUID token, Model model) {
        model.addAttribute("topic", wishes.endedBy(token).code());
        model.addAttribute("token", token);
        return "mail-off";
    }

    /** The button on that page, and the one-click act of mail programs (RFC 8058). */
    @PostMapping("/off/{token}")
    String end(@PathVariable UUID token, Model model) {
        model.addAttribute("topic", wishes.end(token).code());
        model.addAttribute("ended", true);
        return "mail-off";
    }

    private static String page(Model model, MailWishes.Entry entry) {
        model.addAttribute("section", "home");
        model.addAttribute("mail", entry);
        model.addAttribute("zones", zones());
        return "mail";
    }

    private static MailWishes.Entry entered(MailWish wish) {
        return new MailWishes.Entry(
                wish.personal(),
                wish.together(),
                wish.weekly(),
                wish.quietFrom().toString(),
                wish.quietUntil().toString(),
                wish.zone().getId());
    }

    private static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
    }
}
