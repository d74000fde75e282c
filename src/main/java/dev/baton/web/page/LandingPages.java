package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.capture.ItemId;
import dev.baton.capture.Items;
import dev.baton.handover.LandingForm;
import dev.baton.handover.LandingView;
import dev.baton.handover.Landings;
import dev.baton.handover.ToLand;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Reauthentication;
import dev.baton.identity.Role;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.Transfers;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where approved items landed: the list of a transfer, and the sheet of one item. */
@Controller
class LandingPages {

    private static final LandingForm EMPTY = new LandingForm(null, "", "", "", "");

    private final Landings landings;
    private final Items items;
    private final Transfers transfers;
    private final People people;
    private final Reauthentication reauthentication;
    private final RefusalTexts texts;

    LandingPages(
            Landings landings,
            Items items,
            Transfers transfers,
            People people,
            Reauthentication reauthentication,
            RefusalTexts texts) {
        this.landings = landings;
        this.items = items;
        this.transfers = transfers;
        this.people = people;
        this.reauthentication = reauthentication;
        this.texts = texts;
    }

    /** An effective item in the list. */
    record Row(String itemId, String title, String step, long days, boolean onHold, @Nullable String landing) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping("/transfers/{id}/landings")
    String list(@PathVariable String id, Model model) {
        var transfer = transfers.require(TransferId.of(id));
        var all = landings.list(transfer.id());
        model.addAttribute("transferId", id);
        model.addAttribute("transfer", transfer.name());
        model.addAttribute(
                "open",
                all.stream()
                        .filter(item -> item.landing() == null)
                        .map(this::row)
                        .toList());
        model.addAttribute(
                "landed",
                all.stream()
                        .filter(item -> item.landing() != null)
                        .map(this::row)
                        .toList());
        model.addAttribute("mayLand", landings.mayLand(transfer.id()));
        return "landings";
    }

    @GetMapping("/items/{id}/landing")
    String sheet(@PathVariable String id, Model model) {
        var item = ItemId.of(id);
        return page(item, landings.of(item).map(LandingPages::form).orElse(EMPTY), "", model);
    }

    @PostMapping("/items/{id}/landing")
    String land(
            @PathVariable String id,
            LandingForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var item = ItemId.of(id);
        try {
            landings.land(item, form);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return page(item, form, "", model);
        }
        return saved(item, flash);
    }

    @PostMapping("/items/{id}/training-only")
    String trainingOnly(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var item = ItemId.of(id);
        try {
            landings.effective(item, version);
            landings.trainingOnly(item, version, why, reauthentication.prove(username, password));
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return page(item, EMPTY, why, model);
        }
        return saved(item, flash);
    }

    private String saved(ItemId item, RedirectAttributes flash) {
        flash.addFlashAttribute("done", texts.word("landing.saved"));
        return "redirect:/transfers/" + items.require(item).transferId() + "/landings";
    }

    private String page(ItemId id, LandingForm form, String why, Model model) {
        var item = items.require(id);
        var landed = landings.of(id);
        var me = Acting.current();
        model.addAttribute("itemId", id.toString());
        model.addAttribute("item", String.valueOf(item.content().title()));
        model.addAttribute("version", item.effectiveVersion());
        model.addAttribute("transferId", item.transferId().toString());
        model.addAttribute("landed", landed.map(this::words).orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("why", why);
        model.addAttribute("mayLand", item.effectiveVersion() != null && landings.mayLand(item.transferId()));
        model.addAttribute("maySign", me.is(Role.QUALITY));
        model.addAttribute("signer", me.name());
        model.addAttribute("signerSite", me.site());
        return "landing";
    }

    private static LandingForm form(LandingView landing) {
        var day = landing.effectiveOn();
        return new LandingForm(
                landing.version(), landing.document(), landing.section(), day == null ? "" : day.toString(), "");
    }

    private Row row(ToLand item) {
        var landing = item.landing();
        return new Row(
                item.itemId().toString(),
                item.title(),
                item.step(),
                item.days(),
                item.onHold(),
                landing == null ? null : words(landing));
    }

    private String words(LandingView landing) {
        var day = landing.effectiveOn() == null ? "" : Moments.day(landing.effectiveOn());
        var where = landing.trainingOnly()
                ? texts.word("landing.training-only", String.valueOf(landing.reason()))
                : landing.section() == null
                        ? texts.word("landing.in-whole-document", String.valueOf(landing.document()), day)
                        : texts.word("landing.in-document", String.valueOf(landing.document()), landing.section(), day);
        var by = people.person(landing.landedBy()).map(PersonView::name).orElse(landing.landedBy());
        return where + " \u00b7 " + texts.word("landing.by", by);
    }
}
