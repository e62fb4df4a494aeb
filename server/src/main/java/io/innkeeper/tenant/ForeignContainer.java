package io.innkeeper.tenant;

import io.innkeeper.engine.Belongings;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.ExtraVariables;
import io.innkeeper.openwebui.Release;
import io.innkeeper.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * An Open WebUI that somebody else runs on this host: its data can be copied and its secret key
 * kept; how it was started is not taken over.
 */
record ForeignContainer(ContainerState container, Belongings belongings) {
  private static final String SECRET_KEY = "WEBUI_SECRET_KEY";

  /**
   * Refuses what can't be taken over whole.
   *
   * @throws Fault INVALID or CONFLICT with what to do instead
   */
  ForeignContainer checked() {
    if (container.labels().containsKey(Labels.TENANT)) {
      throw Fault.conflict("container-ours", named() + " belongs to an Innkeeper.")
          .advising("To take back tenants of a lost store, adopt without naming a container.");
    }
    if (ExtraVariables.databaseElsewhere(variables())) {
      throw Fault.invalid("database-elsewhere", named() + " keeps its database outside its folder.")
          .advising("Open a tenant with the same DATABASE_URL instead.");
    }
    data();
    return this;
  }

  /** The folder on this host that holds its database and uploads. */
  Path data() {
    return belongings
        .at(Release.DATA_DIRECTORY)
        .filter(Files::isDirectory)
        .orElseThrow(
            () ->
                Fault.invalid(
                        "data-not-here",
                        "%s has no folder or volume of this host at %s."
                            .formatted(named(), Release.DATA_DIRECTORY))
                    .advising(
                        "Give it one, copy its data there (docker cp), and start it once more."));
  }

  /** What its sessions and second factors are sealed with; empty if only its image knows it. */
  Optional<Secret> secretKey() {
    return Optional.ofNullable(variables().get(SECRET_KEY))
        .filter(key -> !key.isBlank())
        .map(Secret::of);
  }

  /** What is not taken along, in words; variables by name only. */
  List<String> lost() {
    List<String> lost = new ArrayList<>();
    lost.add("its limits, ports and networks: a tenant has its own");
    if (secretKey().isEmpty()) lost.add("its secret key, so everybody signs in again");
    TreeSet<String> names = new TreeSet<>(variables().keySet());
    names.remove(SECRET_KEY);
    if (!names.isEmpty())
      lost.add("its variables, to be given again where wanted: " + String.join(", ", names));
    return lost;
  }

  private Map<String, String> variables() {
    return container.actual().environment();
  }

  private String named() {
    return "The container " + container.name();
  }
}
