package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.capture.CaptureId;
import dev.baton.capture.DraftCommentView;
import dev.baton.capture.DraftComments;
import dev.baton.capture.ItemContent;
import dev.baton.capture.Methods;
import dev.baton.capture.OpenDraft;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** The page of a draft that its author opened: colleagues read it and say what they think beside each answer. */
@Controller
@RequestMapping("/drafts/{id}")
class DraftPages {

    private final DraftComments drafts;
    private final Methods methods;
    private final Transfers transfers;
    private final People people;
    private final Tasks tasks;
    private final RefusalTexts texts;

    DraftPages(
            DraftComments drafts,
            Methods methods,
            Transfers transfers,
            People people,
            Tasks tasks,
            RefusalTexts texts) {
        this.drafts = drafts;
        this.methods = methods;
        this.transfers = transfers;
        this.people = people;
        this.tasks = tasks;
        this.texts = texts;
    }

    /** An item of the draft. */
    record Told(String id, String title, List<Answer> answers) {}

    /** One answer with what was said about it. */
    record Answer(String id, String field, String name, String words, List<Remark> remarks) {}

    /** What somebody said; {@code quote} only where the answer has changed since. */
    record Remark(String words, String by, When at, boolean settled, @Nullable String quote) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping
    String draft(@PathVariable String id, Model model) {
        return page(drafts.read(CaptureId.of(id)), model);
    }

    @PostMapping("/comments")
    String say(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String words,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            drafts.comment(CaptureId.of(id), item, field, words);
        } catch (Refusal refusal) {
            var draft = drafts.read(CaptureId.of(id));
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            model.addAttribute("wrongAt", item + field);
            model.addAttribute("wordsGiven", words);
            return page(draft, model);
        }
        flash.addFlashAttribute("done", texts.word("draft.said"));
        return "redirect:/drafts/" + id;
    }

    private String page(OpenDraft draft, Model model) {
        var request = draft.request();
        var step = transfers.step(request.stepId());
        var transfer = transfers.known(request.transferId()).name();
        model.addAttribute("id", request.id().toString());
        model.addAttribute("author", name(request.expert()));
        model.addAttribute("mine", draft.mine());
        model.addAttribute("openTo", draft.openTo());
        model.addAttribute("task", draft.mine() ? tasks.taskOf(request.id()).orElse(null) : null);
        model.addAttribute("step", StepPage.of(step, transfer, List.of(), List.of(), null, null, false));
        model.addAttribute("transferId", request.transferId().toString());
        model.addAttribute("transfer", transfer);
        model.addAttribute(
                "items",
                draft.items().stream()
                        .map(item -> new Told(
                                String.valueOf(item.itemId()),
                                item.title() == null ? texts.word("draft.untitled") : item.title(),
                                answers(item, draft.comments())))
                        .toList());
        model.addAttribute(
                "files", draft.files().stream().map(StepPage.Evidence::of).toList());
        return "draft";
    }

    private List<Answer> answers(ItemContent item, List<DraftCommentView> comments) {
        var answers = new ArrayList<Answer>();
        for (var part : ItemArticle.parts(item)) {
            var field = part.name().equals("instead") ? "whatIsDone" : part.name();
            add(answers, item, field, texts.word("item.part." + part.name()), part.text(), comments);
        }
        var given = item.answers() == null ? Map.<String, Object>of() : item.answers();
        methods.read(item).stream()
                .filter(said -> given.containsKey(said.id()))
                .forEach(said -> add(
                        answers,
                        item,
                        "answers." + said.id(),
                        said.question(),
                        said.rows().isEmpty() ? said.words() : rows(said.rows()),
                        comments));
        return answers;
    }

    private void add(
            List<Answer> answers,
            ItemContent item,
            String field,
            String name,
            String words,
            List<DraftCommentView> comments) {
        var zone = Acting.current().zone();
        var remarks = comments.stream()
                .filter(said ->
                        said.itemId().equals(item.itemId()) && said.field().equals(field))
                .map(said -> new Remark(
                        said.words(),
                        name(said.by()),
                        Moments.in(zone, said.at()),
                        said.settled(),
                        field.startsWith("answers.")
                                        || words.startsWith(said.quote().replace("\u2026", ""))
                                ? null
                                : said.quote()))
                .toList();
        answers.add(new Answer("a" + answers.size() + "-" + item.itemId(), field, name, words, remarks));
    }

    private static String rows(List<List<Methods.Answered>> rows) {
        var text = new StringBuilder();
        for (var row : rows) {
            row.stream().filter(cell -> !cell.words().isBlank()).forEach(cell -> text.append(cell.question())
                    .append(": ")
                    .append(cell.words())
                    .append('\n'));
            text.append('\n');
        }
        return text.toString().strip();
    }

    private String name(String username) {
        return people.person(username).map(PersonView::name).orElse(username);
    }
}
