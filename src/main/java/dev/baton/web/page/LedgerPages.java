package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.audit.LedgerKeyring;
import dev.baton.identity.Acting;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The key that signs the ledger: which one it is, which ones it was, and its change by the administrator. */
@Controller
@RequestMapping("/admin/ledger")
class LedgerPages {

    private final LedgerKeyring keyring;
    private final RefusalTexts texts;

    LedgerPages(LedgerKeyring keyring, RefusalTexts texts) {
        this.keyring = keyring;
        this.texts = texts;
    }

    /** A key as the page shows it. */
    record Key(String keyId, When from, @Nullable When to) {}

    @GetMapping
    String keys(Model model) {
        return page("", model);
    }

    @PostMapping
    String change(
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            keyring.change(reason);
            flash.addFlashAttribute("done", texts.word("admin.ledger.done"));
            return "redirect:/admin/ledger";
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return page(reason, model);
        }
    }

    private String page(String reason, Model model) {
        var zone = Acting.current().zone();
        model.addAttribute("section", "admin-ledger");
        model.addAttribute("reason", reason);
        model.addAttribute(
                "keys",
                keyring.keys().stream()
                        .map(key -> new Key(
                                key.keyId(),
                                Moments.in(zone, key.from()),
                                key.to() == null ? null : Moments.in(zone, key.to())))
                        .toList());
        return "admin/ledger";
    }
}
