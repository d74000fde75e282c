package dev.baton.workflow.web;

import dev.baton.Texts;
import dev.baton.capture.DraftComments;
import dev.baton.capture.DraftJson;
import dev.baton.capture.DraftView;
import dev.baton.capture.ItemContent;
import dev.baton.capture.ItemJson;
import dev.baton.capture.ItemView;
import dev.baton.capture.MethodUse;
import dev.baton.capture.Methods;
import dev.baton.capture.Sittings;
import dev.baton.review.AnchorJson;
import dev.baton.review.QuestionView;
import dev.baton.review.TriageView;
import dev.baton.transfer.StepView;
import dev.baton.transfer.TransferView;
import dev.baton.workflow.TaskDetail;
import dev.baton.workflow.TaskView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tasks as the API shows them. */
@Component
class TaskJson {

    private static final Map<String, Integer> LIMITS =
            Map.of("answer", Texts.LONGEST_ANSWER, "line", Texts.LONGEST_LINE, "fileBytes", 25 * 1024 * 1024);

    private final ItemJson items;
    private final Methods methods;
    private final Sittings sittings;
    private final DraftComments comments;

    TaskJson(ItemJson items, Methods methods, Sittings sittings, DraftComments comments) {
        this.comments = comments;
        this.sittings = sittings;
        this.items = items;
        this.methods = methods;
    }

    Map<String, @Nullable Object> of(TaskView task) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("taskId", task.taskId());
        json.put("kind", task.kind());
        json.put("title", task.title());
        json.put("transferId", task.transferId().toString());
        var step = task.stepId();
        json.put("stepId", step == null ? null : step.toString());
        var item = task.itemId();
        json.put("itemId", item == null ? null : item.toString());
        json.put("dueAt", task.dueAt());
        json.put("claimed", task.claimed());
        json.put("notNowUntil", task.notNowUntil());
        json.put("page", task.page());
        return json;
    }

    Map<String, @Nullable Object> of(TaskDetail detail, boolean needsUsername) {
        var json = of(detail.task());
        json.put("language", LocaleContextHolder.getLocale().getLanguage());
        json.put("assignee", detail.assignee());
        json.put("mine", detail.mine());
        json.put("version", detail.version());
        json.put("savedAt", detail.savedAt());
        json.put("transfer", transfer(detail.transfer()));
        json.put("step", step(detail.step()));
        json.put("content", content(detail));
        json.put(
                "questions",
                detail.questions().stream()
                        .map(question -> question(question, detail.item()))
                        .toList());
        json.put("keptVoices", detail.keptVoices());
        json.put("decisions", detail.decisions());
        json.put("signing", signing(detail.signing(), needsUsername));
        json.put(
                "readers",
                detail.readers().stream()
                        .map(reader -> Map.of("kind", reader.kind().code(), "who", reader.who()))
                        .toList());
        json.put("experts", detail.experts());
        json.put("possiblePeers", detail.possiblePeers());
        var previous = detail.previous();
        json.put("previous", previous == null ? null : items.of(previous));
        json.put("triage", triage(detail.triage()));
        json.put("limits", LIMITS);
        telling(detail, json);
        return json;
    }

    /** What would be signed, and as whom. */
    Map<String, @Nullable Object> toSign(
            TaskDetail.Signing signing, List<TaskDetail.Subject> subjects, boolean needsUsername) {
        var json = signing(signing, needsUsername);
        json.put("subjects", subjects);
        return json;
    }

    /** The method of a capture with its prompts, who asks, and the definitions that answers shown here belong to. */
    private void telling(TaskDetail detail, Map<String, @Nullable Object> json) {
        var language = LocaleContextHolder.getLocale().getLanguage();
        var capture = detail.capture();
        var method = capture == null
                ? null
                : methods.current(capture.method(), language).orElse(null);
        if (method != null && capture != null) {
            method.put("part", capture.part());
            method.put("reason", capture.methodReason());
        }
        json.put("method", method);
        json.put("prompts", method == null ? List.of() : method.get("prompts"));
        json.put(
                "earlier",
                capture == null || !(detail.mine() || detail.asking() || detail.coAuthoring())
                        ? List.of()
                        : sittings.earlier(capture).stream().map(this::earlier).toList());
        json.put("note", capture == null ? null : capture.note());
        json.put("interview", capture == null ? null : capture.interview());
        json.put("asking", detail.asking());
        json.put(
                "draftComments",
                capture == null || detail.draft() == null ? null : DraftJson.ofTask(capture, comments));
        json.put("inConfidence", inConfidence(detail));
        json.put("interviewers", detail.interviewers());
        json.put("coAuthors", detail.coAuthors());
        json.put("coAuthoring", detail.coAuthoring());
        var definitions = new LinkedHashMap<String, @Nullable Object>();
        used(detail).forEach(use -> methods.exact(use, language)
                .ifPresent(definition -> definitions.put(use.definition(), definition)));
        json.put("definitions", definitions);
    }

    /** What was told before, in words. */
    private Map<String, @Nullable Object> earlier(ItemView item) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("itemId", item.itemId().toString());
        json.put("title", item.content().title());
        json.put("answersRead", methods.readJson(item.content()));
        return json;
    }

    /** What the expert chose for a capture, theirs to know alone; else whether the item's author is held. */
    private static boolean inConfidence(TaskDetail detail) {
        var capture = detail.capture();
        if (capture != null) {
            return detail.mine() && capture.inConfidence();
        }
        var item = detail.item();
        return item != null && item.inConfidence();
    }

    private static Stream<MethodUse> used(TaskDetail detail) {
        var draft = detail.draft();
        return Stream.concat(
                        draft == null ? Stream.<ItemContent>of() : draft.items().stream(),
                        Stream.of(Optional.ofNullable(detail.item()), Optional.ofNullable(detail.previous()))
                                .flatMap(Optional::stream)
                                .map(ItemView::content))
                .flatMap(content -> Stream.ofNullable(content.method()))
                .distinct();
    }

    private @Nullable Map<String, @Nullable Object> content(TaskDetail detail) {
        var item = detail.item();
        var draft = detail.draft();
        if (!detail.kind().hasDraft()) {
            return item == null ? null : items.of(item);
        }
        return draft == null ? null : draft(draft, item);
    }

    private Map<String, @Nullable Object> draft(DraftView draft, @Nullable ItemView item) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("items", draft.items().stream().map(TaskJson::draftItem).toList());
        json.put("attachments", draft.files().stream().map(ItemJson::file).toList());
        if (item != null) {
            json.put("item", items.of(item));
        }
        return json;
    }

    /** An item of a draft. */
    static Map<String, @Nullable Object> draftItem(ItemContent content) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var id = content.itemId();
        json.put("itemId", id == null ? null : id.toString());
        json.putAll(ItemJson.content(content));
        json.put("files", content.files() == null ? List.of() : content.files());
        return json;
    }

    private static Map<String, @Nullable Object> signing(TaskDetail.Signing signing, boolean needsUsername) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("meaning", signing.meaning().code());
        json.put("printedName", signing.printedName());
        json.put("username", signing.username());
        json.put("role", signing.role().code());
        json.put("site", signing.site());
        json.put("zone", signing.zone().getId());
        json.put("needsUsername", needsUsername);
        json.put("statementAccepted", signing.statementAccepted());
        return json;
    }

    private static Map<String, @Nullable Object> transfer(TransferView transfer) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", transfer.id().toString());
        json.put("name", transfer.name());
        json.put("product", transfer.product());
        json.put("sendingSite", transfer.sendingSite());
        json.put("receivingSite", transfer.receivingSite());
        json.put("purpose", transfer.purpose());
        return json;
    }

    private static Map<String, @Nullable Object> step(StepView step) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", step.id().toString());
        json.put("number", step.number());
        json.put("unitOperation", step.unitOperation());
        json.put("name", step.name());
        json.put("sop", step.sop());
        json.put("section", step.section());
        json.put("officialInstruction", step.officialInstruction());
        json.put("equipment", step.equipment());
        json.put("parameters", step.parameters());
        json.put("critical", step.critical());
        json.put("experts", step.experts());
        json.put("items", null);
        return json;
    }

    private static Map<String, @Nullable Object> question(QuestionView question, @Nullable ItemView item) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", question.id().toString());
        json.put("itemId", question.itemId().toString());
        json.put("version", question.version());
        json.put("stage", question.stage().code());
        json.put("askedBy", question.askedBy());
        json.put("askedByName", question.askedByName());
        json.put("askedBySite", question.askedBySite());
        json.put("askedAt", question.askedAt());
        json.put("text", question.text());
        json.put("answer", question.answer());
        json.put("answeredBy", ItemJson.known(question.answeredBy()));
        json.put("answeredByName", question.answeredByName());
        json.put("answeredAt", question.answeredAt());
        json.put("anchor", item == null ? null : AnchorJson.of(question.anchor(), item.content()));
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> triage(@Nullable TriageView triage) {
        if (triage == null) {
            return null;
        }
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("outcome", triage.outcome().code());
        json.put("reference", triage.reference());
        json.put("condition", triage.condition());
        json.put("category", triage.category());
        json.put("onHold", triage.onHold());
        json.put("by", triage.by());
        json.put("at", triage.at());
        return json;
    }
}
