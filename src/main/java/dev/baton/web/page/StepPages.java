package dev.baton.web.page;

import dev.baton.capture.HiddenFactory;
import dev.baton.capture.ItemView;
import dev.baton.capture.Items;
import dev.baton.identity.Acting;
import dev.baton.identity.People;
import dev.baton.identity.PersonView;
import dev.baton.identity.Role;
import dev.baton.recognition.Stories;
import dev.baton.review.Reviews;
import dev.baton.review.TriageView;
import dev.baton.transfer.StepId;
import dev.baton.transfer.StepView;
import dev.baton.transfer.Transfers;
import dev.baton.workflow.Tasks;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of a process step: the instruction beside what is really done. */
@Controller
@RequestMapping("/steps/{id}")
class StepPages {

    private static final int ALL = 200;

    private final Transfers transfers;
    private final Items items;
    private final Reviews reviews;
    private final TransferProjection projection;
    private final Tasks tasks;
    private final People people;
    private final RefusalTexts texts;
    private final StepAsking asking;
    private final Stories stories;
    private final HiddenFactory factory;
    private final FactoryFigures figures;
    private final DifferenceCounts counts;
    private final List<StepWay> ways;

    StepPages(
            Transfers transfers,
            Items items,
            Reviews reviews,
            TransferProjection projection,
            Tasks tasks,
            People people,
            RefusalTexts texts,
            Stories stories,
            StepAsking asking,
            HiddenFactory factory,
            FactoryFigures figures,
            DifferenceCounts counts,
            List<StepWay> ways) {
        this.ways = ways;
        this.transfers = transfers;
        this.items = items;
        this.reviews = reviews;
        this.projection = projection;
        this.tasks = tasks;
        this.people = people;
        this.texts = texts;
        this.asking = asking;
        this.stories = stories;
        this.factory = factory;
        this.figures = figures;
        this.counts = counts;
    }

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping
    String step(@PathVariable String id, Model model) {
        var step = transfers.requireStep(StepId.of(id));
        model.addAttribute("s", page(step));
        model.addAttribute("stories", StoryPages.Told.of(stories, step));
        model.addAttribute("asking", asking.of(step));
        model.addAttribute("methods", asking.choices());
        model.addAttribute("differences", counts.of(step.id()));
        model.addAttribute(
                "ways", ways.stream().flatMap(way -> way.of(step).stream()).toList());
        var hidden = factory.of(step.id());
        model.addAttribute("factory", hidden.figures().isTold() ? figures.step(hidden) : null);
        return "step";
    }

    /** "I know something about this step": begins a capture and opens its task. */
    @PostMapping("/tell")
    String tell(@PathVariable String id) {
        return "redirect:/tasks/" + tasks.beginCapture(StepId.of(id));
    }

    private StepPage page(StepView step) {
        var transfer = transfers.require(step.transferId());
        var told = items.list(step.transferId(), step.id(), null, null, ALL).items().stream()
                .map(this::told)
                .toList();
        var me = Acting.current();
        var kept = items.keptVoices(step.id());
        var nothing = projection.nothingHidden(step.id().value()).stream()
                .filter(username -> !kept.isAny() || username.equals(me.username()))
                .map(this::name)
                .collect(Collectors.joining(", "));
        return StepPage.of(
                step,
                transfer.name(),
                step.experts().stream().map(this::name).toList(),
                told,
                nothing.isEmpty() ? null : texts.word("step.nothing-hidden", nothing),
                kept.isAny() ? texts.word("step.own-voice-first", kept.colleagues()) : null,
                transfer.started()
                        && transfers.members(transfer.id(), Role.EXPERT).contains(me.username()));
    }

    private StepPage.Told told(ItemView item) {
        var content = item.content();
        return new StepPage.Told(
                item.itemId().toString(),
                String.valueOf(content.title()),
                String.valueOf(content.kind()),
                item.state().code(),
                item.version(),
                reviews.triageOf(item.itemId(), item.version())
                        .map(TriageView::onHold)
                        .orElse(false),
                item.authorName(),
                String.valueOf(content.whatIsDone()),
                item.files().stream().map(StepPage.Evidence::of).toList());
    }

    private String name(String username) {
        return people.person(username).map(PersonView::name).orElse(username);
    }
}
