package io.innkeeper.settings;

import static java.util.Objects.requireNonNull;

import io.innkeeper.secret.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A setting that some record declares: its key, the type of its value, what is said about it. */
record KnownSetting(String key, Type type, Setting note) {
  static final String PREFIX = "innkeeper.";
  static final String ENVIRONMENT_PREFIX = "INNKEEPER_";

  /** Every setting below a record, in the order of declaration. */
  static List<KnownSetting> of(Class<?> settings) {
    List<KnownSetting> known = new ArrayList<>();
    collect(settings, PREFIX, known);
    return List.copyOf(known);
  }

  private static void collect(Class<?> settings, String prefix, List<KnownSetting> known) {
    for (RecordComponent component : settings.getRecordComponents()) {
      String key = prefix + kebab(component.getName());
      if (isGroup(component)) collect(component.getType(), key + ".", known);
      else known.add(new KnownSetting(key, component.getGenericType(), noteOf(component)));
    }
  }

  /** A record that isn't a value of its own, that is, one that can't be read from a text. */
  static boolean isGroup(RecordComponent component) {
    return component.getType().isRecord() && !SettingText.readable(component.getType());
  }

  private static Setting noteOf(RecordComponent component) {
    return requireNonNull(
        component.getAnnotation(Setting.class), () -> component + " lacks @Setting");
  }

  static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** The environment variable of a key. */
  static String variable(String key) {
    return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  boolean secret() {
    return note.secret() || printsNothing();
  }

  /** Secrets proper; those stay off the command line, which every user of the machine can read. */
  boolean printsNothing() {
    return plainType() == Secret.class;
  }

  /** A secret may also be named by the file that holds it. */
  String fileKey() {
    return key + "-file";
  }

  private Type plainType() {
    return type instanceof ParameterizedType wrapped ? wrapped.getActualTypeArguments()[0] : type;
  }
}
