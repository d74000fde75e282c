package dev.baton.capture;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds this module's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FilesSettings.class, MethodsSettings.class})
class CaptureConfiguration {}
