package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.identity.Acting;
import dev.baton.identity.Reasons;
import dev.baton.recognition.Stories;
import dev.baton.recognition.StoryView;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Stories of a step, told and taken back on its page. */
@Controller
@RequestMapping("/steps/{id}/stories")
class StoryPages {

    private final Stories stories;
    private final StepPages steps;
    private final RefusalTexts texts;

    StoryPages(Stories stories, StepPages steps, RefusalTexts texts) {
        this.stories = stories;
        this.steps = steps;
        this.texts = texts;
    }

    /** The stories of a step and whether the reader may add theirs. */
    record Told(List<Story> told, boolean mayTell) {

        static Told of(Stories stories, StepView step) {
            var me = Acting.current();
            return new Told(
                    stories.of(step.id()).stream()
                            .map(story -> Story.of(story, me.username().equals(story.author())))
                            .toList(),
                    stories.mayTell(step));
        }
    }

    /** One story. */
    record Story(String id, String from, @Nullable String text, When at, List<Kept> files, boolean mine) {

        static Story of(StoryView story, boolean mine) {
            return new Story(
                    story.id().toString(),
                    story.authorName(),
                    story.text(),
                    Moments.day(Acting.current().zone(), story.at()),
                    story.files().stream().map(Kept::of).toList(),
                    mine);
        }
    }

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @PostMapping
    String tell(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        try {
            stories.tell(StepId.of(id), text, Gratitude.gift(file));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.WRONG_CONTENT) {
                throw refusal;
            }
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            model.addAttribute("storyText", text);
            return steps.step(id, model);
        }
        flash.addFlashAttribute("done", texts.word("stories.told"));
        flash.addAttribute("id", id);
        return "redirect:/steps/{id}";
    }

    @PostMapping("/{story}/take-back")
    String takeBack(
            @PathVariable String id,
            @PathVariable UUID story,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        Reasons.<@Nullable Void>require(reason, () -> {
            stories.takeBack(story);
            return null;
        });
        flash.addFlashAttribute("done", texts.word("stories.taken-back"));
        flash.addAttribute("id", id);
        return "redirect:/steps/{id}";
    }
}
