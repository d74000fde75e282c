package dev.baton.workflow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in the body of a request to the engine, read as a stream of tokens: a tree would keep only the last of two
 * equal keys, while the engine may take the first.
 */
final class EngineBody {

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final boolean expression;
    private final boolean object;
    private final Map<String, @Nullable String> top;

    private EngineBody(boolean expression, boolean object, Map<String, @Nullable String> top) {
        this.expression = expression;
        this.object = object;
        this.top = top;
    }

    /** Whether this name would make the engine evaluate its value. */
    static boolean namesExpression(String name) {
        return name.endsWith("Expression");
    }

    /**
     * Reads the body, whatever its content type says it is.
     *
     * @throws IOException when it is not JSON, has a key twice, or holds more than one value
     */
    static EngineBody read(byte[] body) throws IOException {
        var top = new LinkedHashMap<String, @Nullable String>();
        var expression = false;
        var depth = 0;
        var roots = 0;
        var object = false;
        var name = "";
        try (var parser = JSON.createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (depth == 0) {
                    roots++;
                    object = token == JsonToken.START_OBJECT;
                }
                if (token == JsonToken.FIELD_NAME) {
                    name = parser.currentName();
                    expression |= namesExpression(name);
                } else if (depth == 1 && !token.isStructEnd()) {
                    top.put(name, token == JsonToken.VALUE_STRING ? parser.getText() : null);
                }
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                }
            }
        }
        if (roots > 1) {
            throw new IOException("more than one value");
        }
        return new EngineBody(expression, object, top);
    }

    /** Whether any key at any depth would make the engine evaluate its value. */
    boolean holdsExpression() {
        return expression;
    }

    /** Whether it is a JSON object. */
    boolean isObject() {
        return object;
    }

    /** Whether it holds nothing at the top. */
    boolean isEmpty() {
        return top.isEmpty();
    }

    /** Whether it is {@code {"userId": username}} and nothing else. */
    boolean isOwnUser(@Nullable String username) {
        return object && username != null && top.size() == 1 && username.equals(top.get("userId"));
    }
}
