package dev.baton.audit.ledger.outside;

import dev.baton.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of what lies outside, and opens it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutsideSettings.class)
class OutsideConfiguration {

    @Bean
    CheckpointFile checkpointFile(OutsideSettings settings) {
        return new CheckpointFile(settings.file());
    }

    @Bean
    TimeStampService timeStampService(OutsideSettings settings) {
        var timeStamp = settings.timeStamp();
        return new TimeStampService(timeStamp.patience(), certificate(timeStamp.certificate()));
    }

    private static @Nullable X509CertificateHolder certificate(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        try (var pem = new PEMParser(Files.newBufferedReader(file))) {
            if (pem.readObject() instanceof X509CertificateHolder certificate) {
                return certificate;
            }
        } catch (IOException e) {
            throw new StartRefused("The certificate of the time-stamp service cannot be read: " + e.getMessage());
        }
        throw new StartRefused(
                "BATON_LEDGER_OUTSIDE_TIMESTAMP_CERTIFICATE names " + file + ", which holds no certificate in PEM.");
    }
}
