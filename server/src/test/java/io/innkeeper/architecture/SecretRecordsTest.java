package io.innkeeper.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What must be a text on its way through JSON is still never printed. */
class SecretRecordsTest {
  private static final Set<String> NAMES = Set.of("password", "passphrase", "yaml");
  private static final String PASSWORD = "k8-never-printed";

  @Test
  void recordsThatHoldAPasswordAsTextDoNotPrintIt() throws Exception {
    List<Class<?>> found = new ArrayList<>();
    for (JavaClass one :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.innkeeper")) {
      if (!one.isRecord() || one.getPackageName().contains(".simulators")) continue;
      Class<?> type = one.reflect();
      if (Arrays.stream(type.getRecordComponents()).noneMatch(SecretRecordsTest::secret)) continue;
      found.add(type);
      assertThat(filled(type).toString()).as(type.getName()).doesNotContain(PASSWORD);
    }
    assertThat(found).hasSizeGreaterThan(8);
  }

  private static boolean secret(RecordComponent component) {
    return component.getType() == String.class && NAMES.contains(component.getName());
  }

  private static Object filled(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Constructor<?> constructor =
        type.getDeclaredConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    constructor.setAccessible(true);
    Object[] values = new Object[components.length];
    for (int at = 0; at < values.length; at++)
      values[at] = secret(components[at]) ? PASSWORD : anything(components[at].getType());
    return constructor.newInstance(values);
  }

  private static Object anything(Class<?> type) throws ReflectiveOperationException {
    if (type.isRecord()) return filled(type);
    if (type == String.class) return "";
    if (type == long.class || type == Long.class) return 0L;
    if (type == int.class || type == Integer.class) return 0;
    if (type == boolean.class || type == Boolean.class) return false;
    if (type == UUID.class) return new UUID(0, 1);
    if (type == Instant.class) return Instant.EPOCH;
    if (type == Optional.class) return Optional.empty();
    if (type == List.class) return List.of();
    if (type == Map.class) return Map.of();
    if (type.isEnum()) return type.getEnumConstants()[0];
    throw new IllegalStateException("say what a " + type.getName() + " may be");
  }
}
