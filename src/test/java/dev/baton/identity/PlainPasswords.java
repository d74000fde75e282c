package dev.baton.identity;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Passwords that are not hashed, for measurements in which the hash, slow on purpose, would hide everything else. */
@TestConfiguration(proxyBeanMethods = false)
public class PlainPasswords {

    @Bean
    @Primary
    Passwords plainPasswords() {
        return new Passwords() {
            @Override
            String hash(String password) {
                return password;
            }

            @Override
            boolean matches(String password, String hash) {
                return password.equals(hash);
            }
        };
    }
}
