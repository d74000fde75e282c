package dev.baton.capture;

import dev.baton.capture.store.BlobStore;
import dev.baton.capture.store.LocalStore;
import dev.baton.capture.store.S3Store;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds this module's settings and chooses the store of evidence files. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FilesSettings.class, MethodsSettings.class})
class CaptureConfiguration {

    @Bean
    BlobStore blobStore(FilesSettings settings) {
        var s3 = settings.s3();
        return s3 == null || s3.bucket().isBlank()
                ? new LocalStore(settings.directory().toAbsolutePath().normalize())
                : new S3Store(s3);
    }

    /** Every part of a form goes to disk as it comes: a film never stands in memory. */
    @Bean
    MultipartConfigElement multipartConfigElement(FilesSettings settings) {
        var largest = settings.largestUpload().toBytes();
        return new MultipartConfigElement(UploadFolder.parts(settings).toString(), largest, largest + 1024 * 1024, 0);
    }
}
