package dev.baton.capture.store;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A store that speaks the S3 protocol.
 *
 * @param bucket an existing bucket; without one files lie in the folder
 * @param prefix what the names of all objects begin with, such as {@code baton/}
 * @param endpoint address of the store, or null for Amazon's own
 * @param accessKey null: the keys come from where the machine keeps them (environment, profile, role)
 * @param pathStyle whether the bucket stands in the path and not in the host name
 */
public record S3Settings(
        @DefaultValue("") String bucket,
        @DefaultValue("") String prefix,
        @Nullable URI endpoint,
        @DefaultValue("us-east-1") String region,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @DefaultValue("true") boolean pathStyle) {

    /** The same store, under a longer prefix. */
    public S3Settings under(String place) {
        return new S3Settings(bucket, prefix + place, endpoint, region, accessKey, secretKey, pathStyle);
    }

    /** Never with the keys. */
    @Override
    public String toString() {
        return "S3Settings[" + bucket + " at " + endpoint + "]";
    }
}
