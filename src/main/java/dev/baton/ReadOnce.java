package dev.baton;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.cache.annotation.Cacheable;

/**
 * On a query of a repository: asked again with the same arguments, a transaction gets what it read before. That is
 * forgotten when a record of that kind is added or deleted in the transaction, and altogether when the transaction takes
 * a lock, since what others committed counts from then on. Outside a transaction nothing is remembered. The conditions
 * of such a query name only what never changes in a record.
 */
@Documented
@Cacheable
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadOnce {}
