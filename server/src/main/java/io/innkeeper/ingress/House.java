package io.innkeeper.ingress;

import java.util.List;
import java.util.UUID;

/**
 * A tenant, as far as it has to be known to serve it.
 *
 * @param name whose workspace it is, for people
 * @param port where its app answers on 127.0.0.1
 * @param wanted whether it is to run
 */
public record House(UUID id, String slug, String name, int port, boolean wanted) {

  /** Where they are looked up. */
  public interface Street {
    /** All that aren't erased. */
    List<House> all();

    /**
     * One by slug or id.
     *
     * @throws io.innkeeper.fault.Fault NOT_FOUND
     */
    House named(String name);
  }

  /** What audit lines call it. */
  public String subject() {
    return "tenant " + slug;
  }
}
