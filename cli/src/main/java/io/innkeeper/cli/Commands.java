package io.innkeeper.cli;

import io.innkeeper.cli.desk.Desk;
import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes each command with the desk it works at. */
record Commands(Desk desk) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getConstructors()) {
      if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Desk.class)
        return type.cast(constructor.newInstance(desk));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
