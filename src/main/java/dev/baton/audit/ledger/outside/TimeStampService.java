package dev.baton.audit.ledger.outside;

import dev.baton.Digests;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ContentVerifierProviderBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Selector;
import org.jspecify.annotations.Nullable;

/** Asks a time-stamp service (RFC 3161) over HTTP, and checks its tokens, on receipt and later. */
final class TimeStampService {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BITS = 64;

    private final HttpClient http;
    private final Duration patience;
    private final @Nullable X509CertificateHolder trusted;

    /**
     * Speaks to services.
     *
     * @param trusted certificate of the service or of who issued it; null: the one that the token brings
     */
    TimeStampService(Duration patience, @Nullable X509CertificateHolder trusted) {
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
        this.patience = patience;
        this.trusted = trusted;
    }

    /** The service did not answer, or not with a token that holds. */
    static final class NoTimeStamp extends Exception {
        private static final long serialVersionUID = 1L;

        NoTimeStamp(String what, @Nullable Throwable cause) {
            super(what, cause);
        }
    }

    /**
     * A token for the text.
     *
     * @throws NoTimeStamp when there is none, or it is not for this text, or its signature does not hold
     */
    byte[] stamp(URI url, String text) throws NoTimeStamp, InterruptedException {
        try {
            var generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            var request = generator.generate(TSPAlgorithms.SHA256, hash(text), new BigInteger(NONCE_BITS, RANDOM));
            var answer = http.send(
                    HttpRequest.newBuilder(url)
                            .timeout(patience)
                            .header("Content-Type", "application/timestamp-query")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new NoTimeStamp("The time-stamp service answered " + answer.statusCode(), null);
            }
            var response = new TimeStampResponse(answer.body());
            response.validate(request);
            var token = response.getTimeStampToken();
            if (token == null) {
                throw new NoTimeStamp("The time-stamp service refused: " + response.getStatusString(), null);
            }
            var encoded = token.getEncoded();
            check(encoded, text);
            return encoded;
        } catch (IOException | TSPException e) {
            throw new NoTimeStamp("The time-stamp service failed: " + e.getMessage(), e);
        }
    }

    /**
     * When the text was there at the latest, as the token says.
     *
     * @throws NoTimeStamp when the token is for another text or its signature does not hold
     */
    Instant check(byte[] encoded, String text) throws NoTimeStamp {
        try {
            var token = new TimeStampToken(new CMSSignedData(encoded));
            if (!Arrays.equals(token.getTimeStampInfo().getMessageImprintDigest(), hash(text))) {
                throw new NoTimeStamp("The time-stamp is for another checkpoint", null);
            }
            var brought = certificate(token);
            if (brought == null) {
                throw new NoTimeStamp("The time-stamp brings no certificate", null);
            }
            if (trusted != null && !brought.equals(trusted) && !isIssuedBy(brought, trusted)) {
                throw new NoTimeStamp("The time-stamp is signed by another service than the configured one", null);
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(brought));
            return token.getTimeStampInfo().getGenTime().toInstant();
        } catch (CMSException | TSPException | IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new NoTimeStamp("The time-stamp does not hold: " + e.getMessage(), e);
        }
    }

    private @Nullable X509CertificateHolder certificate(TimeStampToken token) {
        @SuppressWarnings("unchecked") // the library's selector has no type
        Selector<X509CertificateHolder> signer = token.getSID();
        return token.getCertificates().getMatches(signer).stream().findFirst().orElse(trusted);
    }

    private static boolean isIssuedBy(X509CertificateHolder one, X509CertificateHolder issuer) {
        try {
            return one.isSignatureValid(new JcaX509ContentVerifierProviderBuilder().build(issuer));
        } catch (CertException | OperatorCreationException e) {
            return false;
        }
    }

    private static byte[] hash(String text) {
        return Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
