package io.innkeeper.infrastructure.vcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Network;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
  private static final AddressPolicy ANY = new AddressPolicy(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.10",
        "0.0.0.0",
        "0.1.2.3",
        "169.254.169.254",
        "169.254.1.1",
        "100.100.100.200",
        "192.0.0.192",
        "224.0.0.1",
        "239.255.255.250",
        "255.255.255.255",
        "::1",
        "::",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "fe80::1",
        "fec0::1",
        "fd00:ec2::254",
        "ff02::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::",
        "168.63.129.16",
        "fd20:ce::254",
        "64:ff9b:1::7f00:1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "::ffff:0:7f00:1"
      })
  void ssrfRefused(String hostile) throws UnknownHostException {
    InetAddress address = InetAddress.getByName(hostile);
    assertThat(ANY.mayBeAsked(address)).isFalse();
    assertThat(new AddressPolicy(networks("0.0.0.0/0", "::/0")).mayBeAsked(address)).isFalse();
    AddressPolicy policy = new AddressPolicy(List.of(), host -> new InetAddress[] {address});
    assertThatThrownBy(() -> policy.addresses("sddc.example.com"))
        .isInstanceOfSatisfying(
            Fault.class, e -> assertThat(e.code()).isEqualTo("vcf-address-refused"));
  }

  @Test
  void privateNetworksAreWhereSourcesAre() throws UnknownHostException {
    for (String usual :
        List.of("10.20.0.4", "172.20.1.1", "192.168.7.7", "fd12:3456::4", "8.8.8.8"))
      assertThat(ANY.mayBeAsked(InetAddress.getByName(usual))).as(usual).isTrue();
  }

  @Test
  void namedNetworksAreTheOnlyOnes() throws UnknownHostException {
    AddressPolicy policy = new AddressPolicy(networks("10.20.0.0/16", "fd12::/16"));
    assertThat(policy.mayBeAsked(InetAddress.getByName("10.20.255.1"))).isTrue();
    assertThat(policy.mayBeAsked(InetAddress.getByName("fd12::9"))).isTrue();
    assertThat(policy.mayBeAsked(InetAddress.getByName("10.21.0.1"))).isFalse();
    assertThat(policy.mayBeAsked(InetAddress.getByName("8.8.8.8"))).isFalse();
    AddressPolicy loopback = new AddressPolicy(networks("127.0.0.1/32"));
    assertThat(loopback.mayBeAsked(InetAddress.getByName("127.0.0.1"))).isTrue();
    assertThat(loopback.mayBeAsked(InetAddress.getByName("127.0.0.2"))).isFalse();
  }

  @Test
  void thisMachinesOwnAddressesAreRefused() throws Exception {
    List<InetAddress> own =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    assertThat(own).as("a machine without any proves nothing").isNotEmpty();
    for (InetAddress address : own) assertThat(ANY.mayBeAsked(address)).isFalse();
  }

  @Test
  void oneHostileAddressOfSeveralIsEnough() throws UnknownHostException {
    InetAddress good = InetAddress.getByName("10.20.0.4");
    InetAddress bad = InetAddress.getByName("127.0.0.1");
    AddressPolicy policy = new AddressPolicy(List.of(), host -> new InetAddress[] {good, bad});
    assertThatThrownBy(() -> policy.addresses("rebinding.example")).isInstanceOf(Fault.class);
  }

  @Test
  void networksThatAreNoneAreRefused() {
    for (String text : List.of("10.0.0.1/8", "10.0.0.0/33", "127.1/8", "x", "::/129", "10.0.0.0/x"))
      assertThatThrownBy(() -> Network.parse(text)).as(text).isInstanceOf(Fault.class);
  }

  private static List<Network> networks(String... texts) {
    return List.of(texts).stream().map(Network::parse).toList();
  }
}
