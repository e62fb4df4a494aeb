package io.innkeeper.store;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Turns one {@link StoreTest} into two invocations, each with its own database. */
final class BothEngines implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    boolean migrated = context.getRequiredTestMethod().getAnnotation(StoreTest.class).migrated();
    return Stream.of(Dialect.values()).map(dialect -> new On(dialect, migrated));
  }

  private record On(Dialect dialect, boolean migrated) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int index) {
      return dialect.toString();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new Fixture(dialect, migrated));
    }
  }

  /** Opens the store when a parameter first asks for it. */
  private static final class Fixture implements ParameterResolver, AfterEachCallback {
    private final Dialect dialect;
    private final boolean migrated;
    private @Nullable TestingStore store;

    Fixture(Dialect dialect, boolean migrated) {
      this.dialect = dialect;
      this.migrated = migrated;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return List.of(Database.class, TestingStore.class, Dialect.class)
          .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      Class<?> type = parameter.getParameter().getType();
      if (type == Dialect.class) return dialect;
      if (store == null)
        store = migrated ? TestingStore.open(dialect) : TestingStore.empty(dialect);
      return type == TestingStore.class ? store : store.database();
    }

    @Override
    public void afterEach(ExtensionContext context) {
      if (store != null) store.close();
      store = null;
    }
  }
}
