package dev.baton.web.page;

import dev.baton.Refusal;
import dev.baton.Refusal.Fault;
import dev.baton.signature.SignatureView;
import dev.baton.web.security.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts refusals and words into the reader's language. */
@Component
class RefusalTexts {

    private final MessageSource messages;
    private final Problems problems;

    RefusalTexts(MessageSource messages, Problems problems) {
        this.messages = messages;
        this.problems = problems;
    }

    /** The refusal as an error summary. */
    Wrong of(Refusal refusal) {
        return new Wrong(
                problems.sentence(refusal, locale()),
                refusal.faults().stream().map(this::place).toList());
    }

    /** Faults that the page itself found. */
    Wrong of(List<Fault> faults) {
        return new Wrong(
                word("identity.entry-refused"), faults.stream().map(this::place).toList());
    }

    /** A sentence by its key. */
    String word(String key, Object... args) {
        return messages.getMessage(key, args, locale());
    }

    /** Who signed, in which role and where. */
    String signer(SignatureView signature) {
        return word(
                "gate.override.signer",
                signature.signer(),
                word("role." + signature.role().code()),
                signature.site());
    }

    /** A sentence that goes on record, which is English whoever acts. */
    String recorded(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }

    /** A word by its key, or the code itself in words where no module names it. */
    String wordOr(String key, String code) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, code.replace('-', ' '), locale()), code);
    }

    private Wrong.Place place(Fault fault) {
        var field = fault.where().matches("[A-Za-z][A-Za-z-]*");
        return new Wrong.Place(fault.where(), problems.sentence(fault, locale()), field);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
