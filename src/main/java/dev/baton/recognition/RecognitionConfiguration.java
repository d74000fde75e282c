package dev.baton.recognition;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds this module's settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PulseSettings.class)
class RecognitionConfiguration {}
