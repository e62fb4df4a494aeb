package io.innkeeper.variable;

import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Secret settings of the house and of an organisation, and one that is being changed. */
public final class SampleLayers {
  private SampleLayers() {}

  public static void add(Database database, SecretBox box, UUID organisation) {
    VariableStore store = new VariableStore(box);
    Layer ours = Layer.organisation(organisation);
    database.change(
        handle -> {
          store.put(handle, Layer.SERVER, "TAVILY_API_KEY", "of the house", Instant.EPOCH, "anna");
          store.put(handle, ours, "TAVILY_API_KEY", "first", Instant.EPOCH, "anna");
          store.keepBefore(handle, new UUID(0, 9), ours, "TAVILY_API_KEY");
          store.put(handle, ours, "TAVILY_API_KEY", "second", Instant.EPOCH, "anna");
          SeveralStore several = new SeveralStore(box);
          UUID change = new UUID(0, 8);
          several.insert(
              handle, change, new Wish(Map.of("TAVILY_API_KEY", "third"), Set.of(), false));
          several.keep(handle, change, new UUID(0, 7), Map.of("TAVILY_API_KEY", "second"));
        });
  }
}
