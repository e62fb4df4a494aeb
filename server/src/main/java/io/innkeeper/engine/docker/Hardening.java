package io.innkeeper.engine.docker;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.MountType;
import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.engine.ContainerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks whether the hardening that every container of ours has is in force. */
final class Hardening {
  private Hardening() {}

  /** One sentence for each part that is not. */
  static List<String> weaknesses(HostConfig host) {
    List<String> found = new ArrayList<>();
    if (Boolean.TRUE.equals(host.getPrivileged())) {
      found.add("It runs privileged.");
    }
    if (!Boolean.TRUE.equals(host.getReadonlyRootfs())) {
      found.add("Its root file system can be written.");
    }
    if (!has(host.getCapDrop(), Capability.ALL) || !isEmpty(host.getCapAdd())) {
      found.add("It keeps kernel capabilities.");
    }
    if (!noNewPrivileges(host)) {
      found.add("Its processes may gain privileges.");
    }
    if (!isEmpty(host.getBinds())
        || ContainerReading.mounts(host).anyMatch(mount -> mount.getType() != MountType.BIND)) {
      found.add("It has mounts of a kind that we don't make.");
    }
    if ("host".equals(host.getNetworkMode())
        || "host".equals(host.getPidMode())
        || "host".equals(host.getIpcMode())) {
      found.add("It shares a namespace of the host.");
    }
    if (host.getRestartPolicy() == null
        || !"unless-stopped".equals(host.getRestartPolicy().getName())) {
      found.add("It is not restarted after a crash or a restart of the host.");
    }
    ContainerReading.bindings(host)
        .filter(binding -> !CreateRequest.LOOPBACK.equals(binding.address()))
        .forEach(
            binding ->
                found.add("Port " + binding.containerPort() + " is published beyond 127.0.0.1."));
    return found;
  }

  /** Why a container just made is not what was asked; empty when it is. */
  static List<String> doubts(ContainerSpec asked, ContainerState made) {
    List<String> doubts = new ArrayList<>(made.weaknesses());
    ContainerSpec actual = made.actual();
    if (!actual.limits().equals(asked.limits())) {
      doubts.add("Its limits are " + actual.limits() + ", not " + asked.limits() + ".");
    }
    if (!actual.mounts().equals(asked.mounts())) {
      doubts.add("Its mounts are " + actual.mounts() + ", not " + asked.mounts() + ".");
    }
    if (!actual.tmpfs().equals(asked.tmpfs())) {
      doubts.add("Its memory file systems are " + actual.tmpfs() + ", not " + asked.tmpfs() + ".");
    }
    if (!actual.port().equals(asked.port())) {
      doubts.add("Its published port is " + actual.port() + ", not " + asked.port() + ".");
    }
    return doubts;
  }

  private static boolean noNewPrivileges(HostConfig host) {
    return Objects.requireNonNullElse(host.getSecurityOpts(), List.<String>of()).stream()
        .anyMatch(
            option ->
                option.equals("no-new-privileges")
                    || option.equals("no-new-privileges:true")
                    || option.equals("no-new-privileges=true"));
  }

  private static boolean has(Capability @Nullable [] list, Capability wanted) {
    return list != null && List.of(list).contains(wanted);
  }

  private static boolean isEmpty(Object @Nullable [] list) {
    return list == null || list.length == 0;
  }
}
