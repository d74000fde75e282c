package dev.baton.audit.ledger.outside;

import com.sun.net.httpserver.HttpServer;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamp service (RFC 3161) on the loopback address with a key of its own. */
final class TimeStampAuthority implements AutoCloseable {

    private static final long DAY_MILLIS = 86_400_000L;

    private final HttpServer server;
    private final X509CertificateHolder certificate;
    private final TimeStampResponseGenerator generator;
    private volatile byte[] replayed;

    TimeStampAuthority() throws Exception {
        var generatorOfKeys = KeyPairGenerator.getInstance("EC");
        generatorOfKeys.initialize(256);
        var keys = generatorOfKeys.generateKeyPair();
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
        var name = new X500Name("CN=Time " + keys.hashCode());
        long now = System.currentTimeMillis();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(System.nanoTime()),
                new Date(now - DAY_MILLIS),
                new Date(now + DAY_MILLIS),
                name,
                keys.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        certificate = builder.build(signer);
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", keys.getPrivate(), certificate()),
                digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                        org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier("1.2.3.4"));
        tokens.addCertificates(new JcaCertStore(List.of(certificate)));
        generator = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer;
            try {
                var request = new TimeStampRequest(exchange.getRequestBody().readAllBytes());
                answer = replayed != null
                        ? replayed
                        : generator
                                .generate(request, BigInteger.valueOf(System.nanoTime()), new Date())
                                .getEncoded();
                if (replayed == null) {
                    lastAnswer = answer;
                }
            } catch (Exception e) {
                answer = new byte[0];
            }
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    private volatile byte[] lastAnswer;

    X509CertificateHolder certificate() {
        return certificate;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** From now on answers as it did for that token. */
    void replay(byte[] token) {
        if (token.length == 0) {
            throw new IllegalArgumentException("no token");
        }
        replayed = lastAnswer;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
