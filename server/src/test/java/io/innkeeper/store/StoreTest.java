package io.innkeeper.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs twice: on a fresh SQLite database and on a fresh PostgreSQL one.
 *
 * <pre>{@code
 * @StoreTest
 * void twoAdminsCanNotShareAName(Database database) {
 *   var operators = new Operators(database, …);   // already migrated, nobody else's rows in it
 * }
 * }</pre>
 *
 * Write {@code @StoreTest} in place of {@code @Test}. Parameters may be {@link Database}, {@link
 * TestingStore} or {@link Dialect}, also in the constructor and in {@code @BeforeEach}; all see the
 * same database. It is closed and removed after the test. {@code @StoreTest(migrated = false)}
 * hands out a database without tables. Other annotations and {@code @TempDir} work as usual.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(BothEngines.class)
public @interface StoreTest {
  /** Whether the schema is there already. */
  boolean migrated() default true;
}
