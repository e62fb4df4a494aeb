package io.innkeeper.settings;

import io.innkeeper.fault.Fault;
import io.innkeeper.settings.GivenSettings.Given;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a tree of settings records once; refuses with every problem there is, not the first. */
public final class SettingsReader<T extends Record> {
  private final Class<T> type;
  private final List<KnownSetting> known;

  public SettingsReader(Class<T> type) {
    this.type = type;
    this.known = KnownSetting.of(type);
  }

  /**
   * Reads the settings.
   *
   * @throws Fault INVALID, its fields naming each setting that can't be used
   */
  public ReadSettings<T> read(SettingSources sources) {
    List<Fault.Field> problems = new ArrayList<>();
    GivenSettings given = new GivenSettings(known, sources, problems);
    given.refuseUnknown();
    List<EffectiveSetting> effective = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    for (KnownSetting setting : known) {
      Optional<Given> text = given.of(setting);
      Optional<Object> value =
          text.isPresent() ? parsed(setting, text.get(), problems) : absent(setting, problems);
      value.ifPresent(usable -> values.put(setting.key(), usable));
      value.ifPresent(usable -> effective.add(effective(setting, text, usable)));
    }
    Optional<T> settings = built(type, KnownSetting.PREFIX, values, problems);
    if (!problems.isEmpty() || settings.isEmpty()) throw refusal(problems);
    return new ReadSettings<>(settings.get(), effective);
  }

  /**
   * One setting's value, before the rest can be read.
   *
   * @throws Fault INVALID when it can't be used
   */
  public Object one(String key, SettingSources sources) {
    List<Fault.Field> problems = new ArrayList<>();
    KnownSetting setting =
        known.stream().filter(candidate -> candidate.key().equals(key)).findAny().orElseThrow();
    Optional<Given> text = new GivenSettings(known, sources, problems).of(setting);
    Optional<Object> value = text.flatMap(given -> parsed(setting, given, problems));
    return value.or(() -> absent(setting, problems)).orElseThrow(() -> refusal(problems));
  }

  private static Optional<Object> parsed(
      KnownSetting setting, Given given, List<Fault.Field> problems) {
    try {
      return Optional.of(SettingText.parse(setting.type(), given.text(), setting.note()));
    } catch (Fault e) {
      String said = setting.secret() ? "has a value that can't be used" : e.said();
      String where = given.source().isEmpty() ? "" : " (" + given.source() + ")";
      problems.add(new Fault.Field(setting.key(), setting.key() + where + ": " + said));
      return Optional.empty();
    }
  }

  private static Optional<Object> absent(KnownSetting setting, List<Fault.Field> problems) {
    Optional<Object> value = SettingText.absent(setting.type());
    if (value.isEmpty())
      problems.add(new Fault.Field(setting.key(), setting.key() + " must be set."));
    return value;
  }

  private static EffectiveSetting effective(
      KnownSetting setting, Optional<Given> given, Object value) {
    Object bare =
        value instanceof Optional<?> optional && optional.isPresent() ? optional.get() : value;
    String shown = given.map(text -> setting.secret() ? bare.toString() : text.text()).orElse("");
    return new EffectiveSetting(
        setting.key(),
        shown,
        given.map(Given::origin).orElse(Origin.DEFAULT),
        given.map(Given::source).orElse(""),
        setting.note().says());
  }

  /** Builds a record when every component could be read; its constructor may still refuse. */
  private static <R> Optional<R> built(
      Class<R> type, String prefix, Map<String, Object> values, List<Fault.Field> problems) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    boolean whole = true;
    for (int i = 0; i < components.length; i++) {
      String key = prefix + KnownSetting.kebab(components[i].getName());
      Optional<?> value =
          KnownSetting.isGroup(components[i])
              ? built(components[i].getType(), key + ".", values, problems)
              : Optional.ofNullable(values.get(key));
      if (value.isPresent()) arguments[i] = value.get();
      else whole = false;
    }
    return whole ? constructed(type, components, arguments, problems) : Optional.empty();
  }

  private static <R> Optional<R> constructed(
      Class<R> type, RecordComponent[] components, Object[] arguments, List<Fault.Field> problems) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      return Optional.of(constructor.newInstance(arguments));
    } catch (InvocationTargetException e) {
      if (!(e.getCause() instanceof Fault refused)) throw new IllegalStateException(e);
      problems.add(new Fault.Field(type.getSimpleName(), refused.said()));
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("settings record " + type + " can't be built", e);
    }
  }

  private static Fault refusal(List<Fault.Field> problems) {
    String count = problems.size() == 1 ? "a setting" : problems.size() + " settings";
    String list =
        problems.stream().map(problem -> "\n  - " + problem.said()).collect(Collectors.joining());
    return Fault.invalid("settings", "Innkeeper doesn't start because of " + count + ":" + list)
        .advising("docs/settings.md lists every setting with its default.")
        .about(problems);
  }
}
