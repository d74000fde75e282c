package dev.baton.web.page;

import dev.baton.recognition.RecognitionRefusals.TooManyCodes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many codes may be checked: so few by one address in a minute that trying them leads nowhere. */
@Component
class CodeGate {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int OF_ONE_ADDRESS = 20;
    private static final int OF_ALL = 600;
    private static final int MOST_ADDRESSES = 10_000;
    private static final String ALL = "";

    private final Clock clock;
    private final Map<String, Deque<Instant>> tried = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    CodeGate(Clock clock) {
        this.clock = clock;
    }

    /** Lets one check through, or refuses it. */
    synchronized void pass(String address) {
        var now = clock.instant();
        if (isFull(address, OF_ONE_ADDRESS, now) || isFull(ALL, OF_ALL, now)) {
            throw new TooManyCodes();
        }
        tried.computeIfAbsent(address, any -> new ArrayDeque<>()).add(now);
        tried.computeIfAbsent(ALL, any -> new ArrayDeque<>()).add(now);
    }

    private boolean isFull(String key, int most, Instant now) {
        var times = tried.getOrDefault(key, new ArrayDeque<>());
        while (!times.isEmpty() && times.getFirst().plus(WINDOW).isBefore(now)) {
            times.removeFirst();
        }
        return times.size() >= most;
    }
}
