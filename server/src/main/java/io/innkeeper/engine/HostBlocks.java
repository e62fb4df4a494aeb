package io.innkeeper.engine;

import io.innkeeper.settings.Cidr;
import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

/**
 * The blocks of IPv4 addresses that this host's interfaces have, bridges of networks among them.
 */
public final class HostBlocks {
  private HostBlocks() {}

  /** As of now; empty when the system doesn't tell. */
  public static List<Cidr> now() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(one -> one.getInterfaceAddresses().stream())
          .filter(Objects::nonNull)
          .filter(HostBlocks::isBlock)
          .map(HostBlocks::block)
          .toList();
    } catch (SocketException untold) {
      return List.of();
    }
  }

  private static boolean isBlock(InterfaceAddress one) {
    return one.getAddress() instanceof Inet4Address && one.getNetworkPrefixLength() > 0;
  }

  private static Cidr block(InterfaceAddress one) {
    int prefix = one.getNetworkPrefixLength();
    int address = ByteBuffer.wrap(one.getAddress().getAddress()).getInt();
    return new Cidr(address & -1 << (32 - prefix), prefix);
  }
}
