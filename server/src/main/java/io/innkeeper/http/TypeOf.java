package io.innkeeper.http;

import io.innkeeper.client.Page;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Names generic answer types in the route table. */
public final class TypeOf {
  private TypeOf() {}

  /** A page of some record. */
  public static Type page(Class<?> item) {
    return new PageType(item);
  }

  private record PageType(Class<?> item) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return new Type[] {item};
    }

    @Override
    public Type getRawType() {
      return Page.class;
    }

    @Override
    public Type getOwnerType() {
      return PageType.class.getDeclaringClass();
    }
  }
}
