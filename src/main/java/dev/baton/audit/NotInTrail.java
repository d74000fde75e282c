package dev.baton.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field whose every value Envers keeps, so that an altered one is noticed, but which gets no row of its own in the
 * trail because the entry says it already: who, when, and about which record.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NotInTrail {}
