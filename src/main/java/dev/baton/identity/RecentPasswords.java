package dev.baton.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;

/**
 * Which passwords were right within the last minutes, each with the hash that it was right for, so that a new password
 * is a new question. Known by an HMAC whose key this process makes for itself and never writes; the password is not kept.
 */
final class RecentPasswords {

    private static final String HMAC = "HmacSHA256";
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final Key key;
    private final Cache<String, Boolean> right;

    RecentPasswords() {
        this(Ticker.systemTicker());
    }

    RecentPasswords(Ticker time) {
        key = key();
        right = Caffeine.newBuilder()
                .ticker(time)
                .expireAfterWrite(KEPT)
                .maximumSize(MOST)
                .build();
    }

    /** Whether it was remembered for this hash, not longer ago than five minutes. */
    boolean wasRight(String password, String hash) {
        return right.getIfPresent(name(password, hash)) != null;
    }

    /** It was right for this hash just now. */
    void remember(String password, String hash) {
        right.put(name(password, hash), Boolean.TRUE);
    }

    private String name(String password, String hash) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            // No hash contains it, so where the hash ends is never in doubt.
            mac.update((byte) 0);
            mac.update(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
        }
    }

    private static Key key() {
        try {
            return KeyGenerator.getInstance(HMAC).generateKey();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
        }
    }
}
