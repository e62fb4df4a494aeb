package io.innkeeper.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One setting: a component of a settings record. Its key is the path of component names in kebab
 * case, for example {@code innkeeper.http.metrics-port}. A component whose type is itself a record
 * of settings is a group.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** What it decides, in a sentence or two for the operator. */
  String says();

  /** The value when nobody gives one, as it would be written in the file; empty for none. */
  String byDefault() default "";

  /** A short flag, for example {@code --home}. */
  String flag() default "";

  /** A second environment variable that many machines set already, for example DOCKER_HOST. */
  String environment() default "";

  /** Whether the text holds a secret although the type isn't Secret; its toString must not. */
  boolean secret() default false;

  /** The smallest number allowed. */
  long min() default Long.MIN_VALUE;

  /** The shortest length of time allowed, as it would be written in the file; empty for any. */
  String atLeast() default "";

  /** The largest number allowed. */
  long max() default Long.MAX_VALUE;
}
