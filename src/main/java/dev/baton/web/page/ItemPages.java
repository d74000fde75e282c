package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.capture.ItemId;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.review.Conversation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of a knowledge item: a readable article, signed at its foot. */
@Controller
@RequestMapping("/items/{id}")
class ItemPages {

    private final Items items;
    private final ItemArticle article;
    private final Gratitude gratitude;
    private final TwoVoices voices;
    private final RefusalTexts texts;
    private final SaidAgainstDone against;
    private final ItemTalk talk;
    private final Conversation conversation;

    ItemPages(
            Items items,
            ItemArticle article,
            Gratitude gratitude,
            TwoVoices voices,
            RefusalTexts texts,
            SaidAgainstDone against,
            ItemTalk talk,
            Conversation conversation) {
        this.talk = talk;
        this.conversation = conversation;
        this.voices = voices;
        this.items = items;
        this.article = article;
        this.gratitude = gratitude;
        this.texts = texts;
        this.against = against;
    }

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping
    String item(@PathVariable String id, Model model) {
        return page(items.look(ItemId.of(id)), model);
    }

    @GetMapping("/versions/{version}")
    String version(@PathVariable String id, @PathVariable int version, Model model) {
        return page(items.look(ItemId.of(id), version), model);
    }

    @PostMapping("/thanks")
    String thank(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        var item = items.require(ItemId.of(id));
        String thanked;
        try {
            thanked = gratitude.thank(item, to, text, file);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            model.addAttribute("thanksText", text);
            return page(item, model);
        }
        flash.addFlashAttribute("done", texts.word("item.thanks.said", thanked));
        return "redirect:/items/" + item.itemId();
    }

    @PostMapping("/comments")
    String remark(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String remark,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var item = items.require(ItemId.of(id));
        try {
            conversation.say(item.itemId(), remark, null);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("remarkWrong", texts.of(refusal));
            model.addAttribute("remarkText", remark);
            return page(item, model);
        }
        flash.addFlashAttribute("done", texts.word("item.remarks.said"));
        return "redirect:/items/" + item.itemId() + "#remarks";
    }

    private String page(ItemView item, Model model) {
        var shown = article.of(item);
        model.addAttribute("i", shown);
        model.addAttribute("against", against.of(item));
        model.addAttribute("acts", ItemActPages.open(item, shown.onHold()));
        model.addAttribute("talk", talk.of(item));
        model.addAttribute("voices", voices.ofItem(item));
        return "item";
    }
}
