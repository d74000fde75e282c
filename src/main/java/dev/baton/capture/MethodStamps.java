package dev.baton.capture;

import dev.baton.Refusal.Fault;
import dev.baton.capture.CaptureRefusals.NotFit;
import dev.baton.capture.method.AnswerRules;
import dev.baton.capture.method.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Marks content with the method that its answers belong to and with who asked, and checks the answers by it. */
@Component
class MethodStamps {

    private final MethodCatalog catalog;

    MethodStamps(MethodCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The content as it is kept in a draft: answers stay with the method that they were first given to, new ones belong to
     * the method of the request.
     *
     * @param before the content of the same item as it stood, or null
     * @param methodNow id of the request's method, or null
     */
    ItemContent stamped(
            ItemContent given,
            @Nullable ItemContent before,
            @Nullable String methodNow,
            @Nullable Interview interview) {
        var exact = exact(given);
        return exact.told(AnswerRules.isBlank(exact.answers()) ? null : use(given, before, methodNow), interview)
                .with(List.of());
    }

    /** The content with the fractions of its answers as text. */
    static ItemContent exact(ItemContent given) {
        return given.answered(AnswerShape.exact(given.answers()));
    }

    private @Nullable MethodUse use(ItemContent given, @Nullable ItemContent before, @Nullable String methodNow) {
        return Stream.of(
                        Optional.ofNullable(before).map(ItemContent::method),
                        Optional.ofNullable(given.method()),
                        catalog.current(methodNow)
                                .map(method -> new MethodUse(method.id(), method.version(), method.definition())))
                .flatMap(Optional::stream)
                .filter(use -> catalog.exact(use.definition()).isPresent())
                .findFirst()
                .orElse(null);
    }

    /** Refuses answers that are not what their method asks for, telling every fault. */
    void requireFit(List<ItemContent> contents, Collection<FileView> files) {
        var faults = new ArrayList<Fault>();
        var known = files.stream().map(file -> file.fileId().toString()).toList();
        for (int i = 0; i < contents.size(); i++) {
            var content = contents.get(i);
            var use = content.method();
            var answers = content.answers();
            if (use != null && answers != null) {
                var where = "items[" + i + "].answers";
                var its = new HashSet<>(known);
                its.retainAll(content.files() == null ? List.of() : content.files());
                catalog.exact(use.definition())
                        .ifPresent(method -> AnswerRules.check(method, answers, where, its, faults));
            }
        }
        if (!faults.isEmpty()) {
            throw new NotFit(faults);
        }
    }

    /** From now on the definition is kept for as long as the record. */
    void keep(ItemContent content) {
        var use = content.method();
        if (use != null) {
            catalog.keep(use.definition());
        }
    }

    /** The sitting of the request's method that comes after those that were answered; empty when there is none. */
    Optional<NextPart> next(CaptureRequest request, List<ItemContent> told) {
        var method = catalog.current(request.methodId()).orElse(null);
        if (method == null) {
            return Optional.empty();
        }
        var answers = told.stream()
                .filter(content ->
                        content.method() != null && content.method().id().equals(method.id()))
                .map(ItemContent::answers)
                .filter(Objects::nonNull)
                .toList();
        var last = lastAnswered(method, answers);
        return last.isPresent() && last.getAsInt() < method.parts().size()
                ? Optional.of(new NextPart(method, Math.max(last.getAsInt(), request.methodPart()) + 1))
                        .filter(next -> next.part() <= method.parts().size())
                : Optional.empty();
    }

    /** A further sitting of a method, counted from 1. */
    record NextPart(Method method, int part) {}

    private static OptionalInt lastAnswered(Method method, List<? extends Map<String, Object>> answers) {
        return IntStream.rangeClosed(1, method.parts().size())
                .filter(part -> method.parts().get(part - 1).prompts().stream().anyMatch(prompt -> answers.stream()
                        .anyMatch(given -> !AnswerRules.isBlank(given.get(prompt.id())))))
                .max();
    }
}
