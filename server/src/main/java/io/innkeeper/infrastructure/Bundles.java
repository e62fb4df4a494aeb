package io.innkeeper.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.EnvironmentBundleImport;
import io.innkeeper.client.EnvironmentBundleView;
import io.innkeeper.client.EnvironmentBundleView.Item;
import io.innkeeper.client.EnvironmentChange;
import io.innkeeper.client.EnvironmentImport;
import io.innkeeper.client.NewEnvironment;
import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Takes several environments from one file, all or none: those that there are change to what the
 * file says, the others are added. What a file doesn't say stays. Thread-safe.
 */
public final class Bundles {
  static final String REFUSED = "refused";

  private final Database database;
  private final Environments environments;
  private final EnvironmentStore store = new EnvironmentStore();

  public Bundles(Database database, Environments environments) {
    this.database = database;
    this.environments = environments;
  }

  /** What a file would do; nothing is changed. */
  public EnvironmentBundleView look(EnvironmentBundleImport given, Actor by) {
    return taken(given, false, by);
  }

  /**
   * Takes a file.
   *
   * @throws Fault INVALID when one environment is refused, telling of each: then nothing is changed
   */
  public EnvironmentBundleView take(EnvironmentBundleImport given, Actor by) {
    EnvironmentBundleView view = taken(given, true, by);
    if (view.applied()) return view;
    List<Item> refused = refused(view.environments());
    throw Fault.invalid(
            "environment-bundle",
            "%d of %d environments can't be taken, so none was."
                .formatted(refused.size(), view.environments().size()))
        .about(
            refused.stream()
                .map(one -> new Fault.Field(one.name(), one.said() == null ? "" : one.said()))
                .toList())
        .with("environments", view.environments());
  }

  /** Ends a transaction in which nothing is to stay. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Item> items;

    Undone(List<Item> items) {
      super("only looked at", null, false, false);
      this.items = items;
    }
  }

  /** What is looked at is done and undone, so that it says what would really happen. */
  private EnvironmentBundleView taken(EnvironmentBundleImport given, boolean stays, Actor by) {
    List<JsonNode> all = BundleFile.read(content(given));
    try {
      return database.write(
          handle -> {
            hold(handle, all);
            Set<String> seen = new HashSet<>();
            List<Item> items = new ArrayList<>();
            for (JsonNode one : all) items.add(item(handle, one, given, seen, by));
            if (!stays || !refused(items).isEmpty()) throw new Undone(items);
            return new EnvironmentBundleView(true, items);
          });
    } catch (Undone e) {
      return new EnvironmentBundleView(false, e.items);
    }
  }

  /** One after the other by their ids, so that two files never wait for each other. */
  private void hold(Handle handle, List<JsonNode> all) {
    all.stream()
        .flatMap(one -> store.named(handle, EnvironmentSpec.key(name(one))).stream())
        .distinct()
        .sorted()
        .forEach(id -> environments.demandLiving(handle, id));
  }

  private static String name(JsonNode tree) {
    return tree.path("name").asText("").strip();
  }

  private static List<Item> refused(List<Item> items) {
    return items.stream().filter(one -> one.outcome().equals(REFUSED)).toList();
  }

  private static String content(EnvironmentBundleImport given) {
    return EnvironmentInput.content(
        new EnvironmentImport(
            given.content(),
            null,
            null,
            null,
            given.sealed(),
            given.passphrase(),
            given.identity()));
  }

  private Item item(
      Handle handle, JsonNode tree, EnvironmentBundleImport given, Set<String> seen, Actor by) {
    String name = name(tree);
    try {
      if (!seen.add(EnvironmentSpec.key(name)))
        throw Fault.invalid("environment-twice", "“" + name + "” stands twice in the file.");
      Optional<UUID> there = store.named(handle, EnvironmentSpec.key(name));
      return there.isPresent()
          ? changed(handle, there.get(), ConfigFile.environment(tree, null, null), by)
          : added(handle, tree, given, by);
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.INVALID && e.kind() != Fault.Kind.CONFLICT) throw e;
      return new Item(name, REFUSED, null, said(e), List.of());
    }
  }

  /** All that must be mended, since a person mends it in one go. */
  private static String said(Fault fault) {
    Set<String> all = new TreeSet<>(fault.fields().stream().map(Fault.Field::said).toList());
    return all.isEmpty() ? fault.said() : String.join(" ", all);
  }

  private Item added(Handle handle, JsonNode tree, EnvironmentBundleImport given, Actor by) {
    NewEnvironment wanted =
        ConfigFile.environment(
            tree,
            lacking(tree, SourceKind.MANAGER, given.managerPassword()),
            lacking(tree, SourceKind.INSTALLER, given.installerPassword()));
    EnvironmentInput.Given input = EnvironmentInput.created(wanted);
    Environment made = environments.create(handle, input.spec(), input.passwords(), by);
    return new Item(made.name(), "new", made.id(), null, List.of());
  }

  /** What the file has counts. */
  private static @Nullable String lacking(
      JsonNode tree, SourceKind kind, @Nullable String password) {
    boolean there =
        tree.path(kind.word()).hasNonNull("password") || tree.hasNonNull(kind.word() + "_password");
    return there ? null : password;
  }

  private Item changed(Handle handle, UUID id, NewEnvironment wanted, Actor by) {
    Environment now = environments.demandLiving(handle, id);
    EnvironmentInput.Given input =
        EnvironmentInput.changed(
            now,
            new EnvironmentChange(
                wanted.name(),
                wanted.description(),
                wanted.byFile(),
                wanted.manager(),
                wanted.installer(),
                null,
                wanted.expiryEveryMinutes()));
    Environment after =
        environments.change(handle, id, input.spec(), input.passwords(), now.version(), by);
    List<String> changes = changes(now.spec().facts(), after.spec().facts());
    input.passwords().keySet().forEach(kind -> changes.add(kind.word() + ".password"));
    return new Item(
        after.name(), after.version() == now.version() ? "same" : "changed", id, null, changes);
  }

  private static List<String> changes(Map<String, Object> before, Map<String, Object> after) {
    List<String> all = new ArrayList<>();
    after.forEach(
        (name, value) -> {
          Object was = before.get(name);
          if (!value.equals(was)) all.add(name + ": " + shown(was) + " → " + shown(value));
        });
    return all;
  }

  private static String shown(@Nullable Object value) {
    return value == null || value.equals("") ? "none" : value.toString();
  }
}
