package io.innkeeper.ingress.dns;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * By which addresses this machine is reached: as the operator says, else those of its interfaces.
 */
public final class OwnAddresses {
  private static final Pattern BRIDGES = Pattern.compile("(docker|br-|veth|ink|virbr|cni|lo).*");

  private OwnAddresses() {}

  public static Set<String> of(List<String> told) {
    if (!told.isEmpty()) return new TreeSet<>(told);
    try {
      return NetworkInterface.networkInterfaces()
          .filter(each -> !BRIDGES.matcher(each.getName()).matches())
          .flatMap(NetworkInterface::inetAddresses)
          .filter(each -> !each.isLinkLocalAddress() && !each.isLoopbackAddress())
          .map(InetAddress::getHostAddress)
          .map(text -> text.replaceAll("%.*", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (SocketException e) {
      return Set.of();
    }
  }
}
