package dev.baton.capture.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket: the object with the hash {@code abcd…} is {@code <prefix>abcd…}. */
public final class S3Store implements BlobStore {

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    /** Speaks to no one yet: a store that is down keeps nobody from starting. */
    public S3Store(S3Settings settings) {
        this.bucket = settings.bucket();
        this.prefix = settings.prefix();
        var builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .forcePathStyle(settings.pathStyle())
                // Our own SHA-256 proves the bytes; other stores than Amazon's often lack the newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(Duration.ofSeconds(60)));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        this.client = builder.build();
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        var id = settings.accessKey();
        var secret = settings.secretKey();
        return id == null || secret == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
    }

    @Override
    public void put(Path file, String sha256) {
        ask(() -> client.putObject(request -> request.bucket(bucket).key(prefix + sha256), RequestBody.fromFile(file)));
    }

    @Override
    public Optional<Stamp> stamp(String sha256) {
        return ask(() -> {
            try {
                var head = client.headObject(request -> request.bucket(bucket).key(prefix + sha256));
                return Optional.of(new Stamp(head.contentLength(), head.eTag() + " " + head.lastModified()));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            } catch (S3Exception e) {
                if (e.statusCode() == 404) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    @Override
    public InputStream open(String sha256, long first, long length) throws IOException {
        if (length == 0) {
            return InputStream.nullInputStream();
        }
        var range = "bytes=" + first + "-" + (first + length - 1);
        return ask(() -> client.getObject(
                request -> request.bucket(bucket).key(prefix + sha256).range(range)));
    }

    @Override
    public void remove(String sha256) {
        ask(() -> client.deleteObject(request -> request.bucket(bucket).key(prefix + sha256)));
    }

    @Override
    public void close() {
        client.close();
    }

    private static <T> T ask(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new StoreUnreachable(e);
        }
    }
}
