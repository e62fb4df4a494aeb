package io.innkeeper.ingress;

import io.innkeeper.ingress.nginx.FrontPlan.Listening;
import io.innkeeper.ingress.nginx.NginxVersion;
import java.net.Inet6Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;

/** Where nginx listens on this machine. */
final class Listen {
  private Listen() {}

  static Listening of(IngressSettings settings, NginxVersion version) {
    boolean root = "root".equals(System.getProperty("user.name"));
    return new Listening(
        addresses(settings.listen()),
        settings.httpPort(),
        settings.httpsPort(),
        version.http2(),
        root && settings.mode() == IngressMode.HOST
            ? Optional.of(settings.user())
            : Optional.empty());
  }

  /** A machine without IPv6 would refuse the whole file because of one address. */
  private static List<String> addresses(List<String> wanted) {
    boolean six = hasSix();
    List<String> usable =
        wanted.stream().filter(address -> six || !address.startsWith("[")).toList();
    return usable.isEmpty() ? wanted : usable;
  }

  private static boolean hasSix() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .anyMatch(Inet6Address.class::isInstance);
    } catch (SocketException e) {
      return false;
    }
  }
}
