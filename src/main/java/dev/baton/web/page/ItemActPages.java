package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.Refusal.Fault;
import dev.baton.Texts;
import dev.baton.capture.CaptureRefusals.NotYours;
import dev.baton.capture.Confidence;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemStages;
import dev.baton.capture.ItemState;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.identity.Acting;
import dev.baton.identity.IdentityRefusals.EntryRefused;
import dev.baton.identity.IdentityRefusals.RoleMissing;
import dev.baton.identity.Reauthentication;
import dev.baton.identity.Role;
import dev.baton.review.Reviews;
import dev.baton.review.TriageView;
import dev.baton.workflow.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The acts on an item that are no tasks, one sheet each: its author begins the next version; quality lifts a hold or
 * withdraws it, with reason and signature. Signing here always asks for user name and password.
 */
@Controller
@RequestMapping("/items/{id}/acts")
class ItemActPages {

    /** Acts of the author alone, without a signature. */
    private static final Set<String> AUTHORS = Set.of("revise", "step-out");

    private final Items items;
    private final ItemStages stages;
    private final Confidence confidence;
    private final Reviews reviews;
    private final Tasks tasks;
    private final Reauthentication reauthentication;
    private final RefusalTexts texts;

    ItemActPages(
            Items items,
            ItemStages stages,
            Confidence confidence,
            Reviews reviews,
            Tasks tasks,
            Reauthentication reauthentication,
            RefusalTexts texts) {
        this.items = items;
        this.stages = stages;
        this.confidence = confidence;
        this.reviews = reviews;
        this.tasks = tasks;
        this.reauthentication = reauthentication;
        this.texts = texts;
    }

    /** What an act on its sheet is about. */
    record Sheet(String act, String itemId, String title, int version, String signer, String site, boolean signed) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping("/{act:revise|step-out|withdraw|lift-hold}")
    String sheet(@PathVariable String id, @PathVariable String act, Model model) {
        return page(allowed(id, act), act, "", model);
    }

    @PostMapping("/{act:revise|step-out|withdraw|lift-hold}")
    String act(
            @PathVariable String id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var item = allowed(id, act);
        try {
            requireReason(reason);
            if (act.equals("revise")) {
                return "redirect:/tasks/" + Acting.because(reason, () -> tasks.revise(item.itemId()));
            }
            if (act.equals("step-out")) {
                Acting.because(reason, () -> confidence.stepOut(item.itemId()));
                flash.addFlashAttribute("done", texts.word("act.step-out.done"));
                return "redirect:/items/" + item.itemId();
            }
            var proof = reauthentication.prove(username, password);
            if (act.equals("withdraw")) {
                stages.withdraw(item.itemId(), reason, proof);
            } else {
                Acting.because(reason, () -> reviews.liftHold(item.itemId(), reason, proof));
            }
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return page(item, act, reason, model);
        }
        flash.addFlashAttribute("done", texts.word("act." + act + ".done"));
        return "redirect:/items/" + item.itemId();
    }

    /** Which of the acts are open to the reader now. */
    static List<String> open(ItemView item, boolean onHold) {
        var me = Acting.current();
        var acts = new ArrayList<String>();
        var settled = item.state() == ItemState.APPROVED || item.state() == ItemState.TRANSFERRED;
        if (item.author().equals(me.username()) && item.effectiveVersion() != null && settled && !item.inRework()) {
            acts.add("revise");
        }
        if (item.author().equals(me.username()) && item.inConfidence()) {
            acts.add("step-out");
        }
        if (me.is(Role.QUALITY)) {
            if (onHold && item.effectiveVersion() != null) {
                acts.add("lift-hold");
            }
            if (item.state() != ItemState.WITHDRAWN && item.state() != ItemState.SUPERSEDED) {
                acts.add("withdraw");
            }
        }
        return acts;
    }

    private ItemView allowed(String id, String act) {
        var item = items.require(ItemId.of(id));
        var me = Acting.current();
        if (AUTHORS.contains(act) && !item.author().equals(me.username())) {
            throw new NotYours("act." + act + ".not-yours");
        }
        if (!AUTHORS.contains(act) && !me.is(Role.QUALITY)) {
            throw new RoleMissing(Role.QUALITY);
        }
        return item;
    }

    private String page(ItemView item, String act, String reason, Model model) {
        var me = Acting.current();
        model.addAttribute(
                "sheet",
                new Sheet(
                        act,
                        item.itemId().toString(),
                        String.valueOf(item.content().title()),
                        item.version(),
                        me.name(),
                        me.site(),
                        !AUTHORS.contains(act)));
        model.addAttribute(
                "reference",
                reviews.triageOf(item.itemId(), item.version())
                        .map(TriageView::reference)
                        .orElse(null));
        model.addAttribute("reason", reason);
        return "item-act";
    }

    private static void requireReason(String reason) {
        var faults = new ArrayList<Fault>();
        if (reason.isBlank()) {
            faults.add(Fault.of("reason", "reason.missing"));
        }
        Texts.check("reason", reason, Texts.LONGEST_LINE, faults);
        if (!faults.isEmpty()) {
            throw new EntryRefused(faults);
        }
    }
}
