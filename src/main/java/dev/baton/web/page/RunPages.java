package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.Texts;
import dev.baton.identity.Acting;
import dev.baton.verification.CueScore;
import dev.baton.verification.DemonstrationStates;
import dev.baton.verification.Demonstrations;
import dev.baton.verification.FollowUps;
import dev.baton.verification.RunId;
import dev.baton.verification.RunKind;
import dev.baton.verification.RunProgress;
import dev.baton.verification.RunProgress.Judged;
import dev.baton.verification.RunView;
import dev.baton.verification.RunView.State;
import dev.baton.verification.SecondSigner;
import dev.baton.web.page.Bench.Given;
import dev.baton.web.page.Bench.Play;
import dev.baton.web.page.Bench.Report;
import dev.baton.web.page.Bench.Seen;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
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

/** A formal run on a tablet between two people: one cue at a time, check, and two signatures one after the other. */
@Controller
@RequestMapping("/demonstrations/{id}")
class RunPages {

    private final Demonstrations demonstrations;
    private final DemonstrationStates states;
    private final FollowUps followUps;
    private final SecondSigner signer;
    private final RefusalTexts texts;

    RunPages(
            Demonstrations demonstrations,
            DemonstrationStates states,
            FollowUps followUps,
            SecondSigner signer,
            RefusalTexts texts) {
        this.demonstrations = demonstrations;
        this.states = states;
        this.followUps = followUps;
        this.signer = signer;
        this.texts = texts;
    }

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    /** The cue that is next while the pair is at it; else the run as it went. */
    @GetMapping
    String run(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer cue,
            @RequestParam(defaultValue = "false") boolean missed,
            Model model,
            RedirectAttributes flash) {
        var run = demonstrations.require(RunId.of(id));
        if (run.state() != State.OPEN || !run.isOfPair(Acting.current().username())) {
            return report(run, model);
        }
        int index =
                cue == null ? next(run) : Math.max(0, Math.min(cue, run.cues().size() - 1));
        if (index < 0 || run.kind() == RunKind.SHADOW) {
            for (var said : List.of("done", "wrong")) {
                flash.addFlashAttribute(said, model.getAttribute(said));
            }
            return "redirect:/demonstrations/" + run.id() + "/check";
        }
        var seen = Seen.of(run.cues().get(index));
        model.addAttribute(
                "play",
                new Play(
                        run.stepId().toString(),
                        run.step(),
                        run.kind().code(),
                        run.id().toString(),
                        run.counter(),
                        index,
                        run.cues().size(),
                        run.prompts(),
                        seen,
                        missed,
                        texts.word("bench.question.words", seen.cue()),
                        run.receiver().name(),
                        run.expert().username()));
        return "bench-play";
    }

    /** A prompt more, or how a cue went. */
    @PostMapping("/play")
    String play(
            @PathVariable String id,
            @RequestParam int cue,
            @RequestParam long counter,
            @RequestParam(required = false) @Nullable Integer score,
            RedirectAttributes flash) {
        var run = demonstrations.require(RunId.of(id));
        var here = "redirect:/demonstrations/" + run.id();
        if (cue < 0 || cue >= run.cues().size()) {
            return here;
        }
        try {
            save(
                    run,
                    counter,
                    before -> score == null
                            ? new RunProgress(
                                    before.prompts() + 1, before.rightFirstTime(), before.remark(), before.cues())
                            : scored(before, run.cues().get(cue), score, null));
        } catch (Refusal refusal) {
            flash.addFlashAttribute("wrong", said(refusal));
            return here;
        }
        if (score == null) {
            return here + "?cue=" + cue;
        }
        return score == 0 ? here + "?cue=" + cue + "&missed=true" : here;
    }

    /** Was it the text? Then its author is asked. */
    @PostMapping("/missed")
    String missed(
            @PathVariable String id,
            @RequestParam int cue,
            @RequestParam long counter,
            @RequestParam boolean text,
            @RequestParam(defaultValue = "") String question,
            RedirectAttributes flash) {
        var run = demonstrations.require(RunId.of(id));
        var here = "redirect:/demonstrations/" + run.id();
        if (cue < 0 || cue >= run.cues().size()) {
            return here;
        }
        var scored = run.cues().get(cue);
        try {
            if (text) {
                followUps.question(run.stepId(), scored.cue().item(), question);
                flash.addFlashAttribute("done", texts.word("bench.asked"));
            }
            save(run, counter, before -> scored(before, scored, 0, text));
        } catch (Refusal refusal) {
            flash.addFlashAttribute("wrong", said(refusal));
        }
        return here;
    }

    @GetMapping("/check")
    String check(@PathVariable String id, Model model) {
        var run = demonstrations.require(RunId.of(id));
        return run.state() == State.OPEN ? sheet(run, "bench-check", model) : report(run, model);
    }

    @PostMapping("/check")
    String checked(
            @PathVariable String id,
            @RequestParam long counter,
            @RequestParam(required = false) @Nullable Boolean rightFirstTime,
            @RequestParam(defaultValue = "") String remark,
            Model model,
            HttpServletResponse response) {
        var run = demonstrations.require(RunId.of(id));
        try {
            save(
                    run,
                    counter,
                    before -> new RunProgress(before.prompts(), rightFirstTime, Texts.stripped(remark), before.cues()));
            demonstrations.requireSigner(run.id(), run.receiver().username());
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return sheet(demonstrations.require(run.id()), "bench-check", model);
        }
        return "redirect:/demonstrations/" + run.id() + "/sign";
    }

    @GetMapping("/sign")
    String signing(@PathVariable String id, Model model) {
        var run = demonstrations.require(RunId.of(id));
        return nextSigner(run) == null ? "redirect:/demonstrations/" + run.id() : sheet(run, "bench-sign", model);
    }

    @PostMapping("/sign")
    String sign(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var run = demonstrations.require(RunId.of(id));
        try {
            demonstrations.requireSigner(run.id(), username);
            signer.sign(username, password, proof -> demonstrations.sign(run.id(), proof));
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return sheet(demonstrations.require(run.id()), "bench-sign", model);
        }
        var signed = demonstrations.require(run.id());
        if (nextSigner(signed) != null) {
            return "redirect:/demonstrations/" + run.id() + "/sign";
        }
        flash.addFlashAttribute("done", texts.word("bench.signed-by-both"));
        return "redirect:/demonstrations/" + run.id();
    }

    @PostMapping("/stop")
    String stop(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        var run = demonstrations.require(RunId.of(id));
        try {
            demonstrations.stop(run.id(), reason);
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return sheet(run, "bench-check", model);
        }
        return "redirect:/demonstrations/" + run.id();
    }

    /** What is wrong, for the next page; what is not theirs is refused here. */
    private Wrong said(Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.NOT_YOURS) {
            throw refusal;
        }
        return texts.of(refusal);
    }

    private void save(RunView run, long counter, Function<RunProgress, RunProgress> change) {
        var before = new RunProgress(
                run.prompts(),
                run.rightFirstTime(),
                run.remark(),
                run.cues().stream()
                        .filter(scored -> scored.score() != null)
                        .map(scored -> new Judged(scored.cue().item(), scored.score(), scored.text()))
                        .toList());
        demonstrations.save(run.id(), counter, change.apply(before));
    }

    /** A cue that was named after a prompt is a prompt. */
    private static RunProgress scored(RunProgress before, CueScore cue, int score, @Nullable Boolean text) {
        var others = before.cues().stream()
                .filter(judged -> !judged.item().equals(cue.cue().item()));
        var cues = Stream.concat(others, Stream.of(new Judged(cue.cue().item(), score, text)))
                .toList();
        var helped = (int) cues.stream()
                .filter(judged -> Objects.equals(judged.score(), 1))
                .count();
        return new RunProgress(Math.max(before.prompts(), helped), before.rightFirstTime(), before.remark(), cues);
    }

    /** The first cue that is not judged; -1 when all are, and in a shadow. */
    private static int next(RunView run) {
        for (int i = 0; i < run.cues().size(); i++) {
            if (run.cues().get(i).score() == null) {
                return i;
            }
        }
        return -1;
    }

    private String report(RunView run, Model model) {
        return sheet(run, "bench-report", model);
    }

    private String sheet(RunView run, String template, Model model) {
        var next = nextSigner(run);
        var hash = run.contentHash();
        model.addAttribute(
                "r",
                new Report(
                        run,
                        run.transferId().toString(),
                        run.cues().stream().map(Seen::of).toList(),
                        run.signatures().stream()
                                .map(signature -> new Given(
                                        signature.signer(),
                                        signature.username(),
                                        signature.role().code(),
                                        signature.site(),
                                        signature.meaning().code(),
                                        Moments.utc(signature.signedAt()),
                                        Moments.wall(signature.zone(), signature.signedAt()),
                                        signature.contentHash(),
                                        hash != null && signature.isValidFor(hash)))
                                .toList(),
                        next == null ? null : next.username(),
                        next == null ? null : next.name(),
                        next == null ? null : next.equals(run.receiver()) ? "responsibility" : "witness",
                        run.isOfPair(Acting.current().username()),
                        states.of(run.stepId())));
        return template;
    }

    /** Whose signature is next: the receiver's, then the expert's; null when nobody's is. */
    private static RunView.@Nullable Someone nextSigner(RunView run) {
        if (run.state() == State.STOPPED) {
            return null;
        }
        return List.of(run.receiver(), run.expert()).stream()
                .filter(one -> !run.isSignedBy(one.username()))
                .findFirst()
                .orElse(null);
    }
}
