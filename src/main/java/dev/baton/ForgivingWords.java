package dev.baton;

import java.text.ChoiceFormat;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Words whose sentences never fail over what fills them. Much of that is text, numbers among it; a sentence that counts
 * takes a number that is written as text, and shows any other text as it is.
 */
class ForgivingWords extends ResourceBundleMessageSource {

    @Override
    protected MessageFormat createMessageFormat(String sentence, Locale locale) {
        var format = super.createMessageFormat(sentence, locale);
        var parts = format.getFormats();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] instanceof ChoiceFormat choice) {
                format.setFormat(i, new ForgivingChoice(choice.toPattern()));
            } else if (parts[i] != null) {
                format.setFormat(i, new Forgiving(parts[i]));
            }
        }
        return format;
    }

    /** Chooses by a number that is written as text too; of text that is none it takes the last choice, the many. */
    private static final class ForgivingChoice extends ChoiceFormat {

        private static final long serialVersionUID = 1L;

        ForgivingChoice(String pattern) {
            super(pattern);
        }

        @Override
        public StringBuffer format(Object value, StringBuffer to, FieldPosition position) {
            return format(number(value) instanceof Number n ? n.doubleValue() : Double.MAX_VALUE, to, position);
        }
    }

    /** Shows as it is what its format cannot show. */
    private static final class Forgiving extends Format {

        private static final long serialVersionUID = 1L;

        private final Format format;

        Forgiving(Format format) {
            this.format = format;
        }

        @Override
        public StringBuffer format(Object value, StringBuffer to, FieldPosition position) {
            var shown = format instanceof NumberFormat ? number(value) : value;
            return shown instanceof String ? to.append(shown) : format.format(shown, to, position);
        }

        @Override
        public Object parseObject(String source, ParsePosition position) {
            return format.parseObject(source, position);
        }
    }

    /** The number that this text is, or the value itself. */
    private static Object number(Object value) {
        if (value instanceof String text) {
            try {
                return text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : Double.valueOf(text);
            } catch (NumberFormatException e) {
                return value;
            }
        }
        return value;
    }
}
