package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.handover.DocumentKind;
import dev.baton.handover.DocumentPart;
import dev.baton.handover.DocumentView;
import dev.baton.handover.Documents;
import dev.baton.handover.HandoverRefusals.DocumentUnknown;
import dev.baton.identity.Acting;
import dev.baton.identity.Reauthentication;
import dev.baton.transfer.TransferId;
import dev.baton.transfer.TransferView;
import dev.baton.transfer.Transfers;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Protocol and report of a transfer: what there is, making an edition, reading it, and signing it in turn. */
@Controller
class DocumentPages {

    private final Documents documents;
    private final Transfers transfers;
    private final Reauthentication reauthentication;
    private final RefusalTexts texts;

    DocumentPages(Documents documents, Transfers transfers, Reauthentication reauthentication, RefusalTexts texts) {
        this.documents = documents;
        this.transfers = transfers;
        this.reauthentication = reauthentication;
        this.texts = texts;
    }

    /** A kind of document with its editions, the newest first. */
    record Kind(String code, List<Edition> editions) {}

    /** An edition as a list tells it. */
    record Edition(String id, int number, String state, When at, List<String> signers) {}

    @ModelAttribute("section")
    String section() {
        return "transfers";
    }

    @GetMapping("/transfers/{id}/documents")
    String all(@PathVariable String id, Model model) {
        return list(transfers.require(TransferId.of(id)), model);
    }

    @PostMapping("/transfers/{id}/documents/{kind}")
    String make(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var transfer = transfers.require(TransferId.of(id));
        var named = DocumentKind.ofCode(kind).orElseThrow(DocumentUnknown::new);
        try {
            documents.requireMaking(transfer.id());
            var made = documents.make(transfer.id(), named, reason, reauthentication.prove(username, password));
            flash.addFlashAttribute("done", texts.word("documents.made"));
            return "redirect:/documents/" + made.id();
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            model.addAttribute("wrongKind", named.code());
            model.addAttribute("reason", reason);
            return list(transfer, model);
        }
    }

    @GetMapping("/documents/{id}")
    String one(@PathVariable String id, Model model) {
        return page(documents.require(DocumentView.idOf(id)), "", model);
    }

    @PostMapping("/documents/{id}/sign")
    String sign(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var document = documents.require(DocumentView.idOf(id));
        try {
            documents.requireSigning(document.id());
            documents.sign(document.id(), words, reauthentication.prove(username, password));
            flash.addFlashAttribute("done", texts.word("documents.signed"));
            return "redirect:/documents/" + document.id();
        } catch (Refusal refusal) {
            response.setStatus(refusal.kind().status());
            model.addAttribute("wrong", texts.of(refusal));
            return page(document, words, model);
        }
    }

    private String list(TransferView transfer, Model model) {
        var all = documents.of(transfer.id());
        head(transfer, model);
        model.addAttribute("mayMake", documents.isPart(transfer.id(), DocumentPart.AUTHOR));
        model.addAttribute(
                "kinds",
                Arrays.stream(DocumentKind.values())
                        .map(kind -> new Kind(kind.code(), editions(all, kind)))
                        .toList());
        return "documents";
    }

    private List<Edition> editions(List<DocumentView> all, DocumentKind kind) {
        var its = all.stream().filter(one -> one.kind() == kind).toList();
        return its.stream()
                .map(one -> edition(one, one.equals(its.get(its.size() - 1))))
                .sorted((a, b) -> b.number() - a.number())
                .toList();
    }

    private Edition edition(DocumentView one, boolean latest) {
        return new Edition(
                one.id().toString(),
                one.edition(),
                state(one, latest),
                Moments.in(Acting.current().zone(), one.madeAt()),
                one.signatures().stream().map(texts::signer).toList());
    }

    private static String state(DocumentView one, boolean latest) {
        if (!one.unaltered()) {
            return "altered";
        }
        return latest ? one.next().map(DocumentPart::code).orElse("approved") : "superseded";
    }

    private String page(DocumentView edition, String words, Model model) {
        var transfer = transfers.require(edition.transferId());
        var latest = documents
                .latest(edition.transferId(), edition.kind())
                .filter(edition::equals)
                .isPresent();
        var next = edition.next().filter(part -> latest && edition.unaltered() && mine(edition, part));
        head(transfer, model);
        model.addAttribute("e", edition(edition, latest));
        model.addAttribute("kind", edition.kind().code());
        model.addAttribute("d", documents.content(edition.id()));
        model.addAttribute("turn", next.map(DocumentPart::code).orElse(null));
        model.addAttribute("meaning", next.map(part -> part.meaning().code()).orElse(""));
        model.addAttribute("words", words);
        return "document";
    }

    private boolean mine(DocumentView edition, DocumentPart part) {
        var me = Acting.current().username();
        return documents.isPart(edition.transferId(), part)
                && edition.signatures().stream().noneMatch(one -> one.username().equals(me));
    }

    private static void head(TransferView transfer, Model model) {
        var me = Acting.current();
        model.addAttribute("transferId", transfer.id().toString());
        model.addAttribute("transfer", transfer.name());
        model.addAttribute("signer", me.name());
        model.addAttribute("signerSite", me.site());
    }
}
