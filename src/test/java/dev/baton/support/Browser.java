package dev.baton.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** One browser session: keeps cookies and sends both cross-site tokens, as the pages' scripts would. */
public final class Browser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;

    public Browser(String base) {
        this.base = base;
    }

    /** Logs in through the form and opens Tasklist, which hands out the engine's token. */
    public Browser login(String username, String password) {
        ask("GET", "/login", null);
        var form = "username=" + encoded(username) + "&password=" + encoded(password) + "&_csrf="
                + encoded(cookie("BATON-XSRF"));
        var answer = send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 302 || location(answer).contains("error")) {
            throw new AssertionError(username + " cannot log in: " + answer.statusCode() + " " + location(answer));
        }
        ask("GET", "/camunda/app/tasklist/default/", null);
        return this;
    }

    /** A request with a JSON body, or none. */
    public HttpResponse<String> ask(String method, String path, String json) {
        var request = request(path);
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        return send(request.method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    /** A request with a body of that type. */
    public HttpResponse<String> ask(String method, String path, String type, String body) {
        return send(request(path).header("Content-Type", type).method(method, BodyPublishers.ofString(body)));
    }

    /** The cookie's value, empty when there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Sends that cookie and its token no more. */
    public void forget(String name) {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
    }

    /** Where the answer leads, or empty. */
    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .header("X-BATON-XSRF", cookie("BATON-XSRF"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
