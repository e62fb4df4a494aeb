package io.innkeeper.infrastructure.vcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.InfrastructureSettings;
import io.innkeeper.infrastructure.Network;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.Trust;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.vcf.Certificates;
import io.innkeeper.simulators.vcf.Product;
import io.innkeeper.simulators.vcf.VcfSimulator;
import io.innkeeper.testing.TestingClock;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person is told when a source can't be entered, and that nothing goes to the wrong one. */
class VcfTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final InfrastructureSettings SETTINGS =
      new InfrastructureSettings(
          List.of(Network.parse("127.0.0.0/8"), Network.parse("::1/128")),
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          100,
          20,
          Duration.ofHours(24),
          false);

  private final List<VcfSimulator> started = new ArrayList<>();
  private final Vcf vcf =
      new Vcf(SETTINGS, new AddressPolicy(SETTINGS.networks()), CLOCK, length -> {});

  @AfterEach
  void close() {
    vcf.close();
    started.forEach(VcfSimulator::close);
  }

  private VcfSimulator start(Product product, Certificates certificate) {
    VcfSimulator one = VcfSimulator.start(product, certificate, 0, CLOCK);
    started.add(one);
    return one;
  }

  private static Party party(VcfSimulator there, Trust trust) {
    return party(SourceKind.MANAGER, there.port(), trust);
  }

  private static Party party(SourceKind kind, int port, Trust trust) {
    return new Party(
        kind,
        HostAddress.parse("host", "localhost", port),
        trust,
        VcfSimulator.USER,
        Secret.of(VcfSimulator.PASSWORD));
  }

  private Fault refusal(Party party) throws InterruptedException {
    try {
      vcf.prove(party);
      return Fault.invalid("none", "");
    } catch (Fault e) {
      return e;
    }
  }

  private static Trust pin(VcfSimulator there) {
    return Trust.parse("trust", "pin", there.fingerprint());
  }

  @Test
  void certificatesAreBelievedForAReasonOnly() throws Exception {
    VcfSimulator good = start(Product.MANAGER_9, Certificates.SELF_SIGNED);
    VcfSimulator old = start(Product.MANAGER_9, Certificates.EXPIRED);
    VcfSimulator other = start(Product.MANAGER_9, Certificates.WRONG_NAME);
    assertThat(vcf.prove(party(good, Trust.parse("t", "ca", good.pem()))).version())
        .contains("9.0.2.0");
    assertThat(refusal(party(good, pin(good))).code()).isEqualTo("none");
    assertThat(refusal(party(other, pin(other))).code()).isEqualTo("none");
    assertThat(refusal(party(other, Trust.parse("t", "off", ""))).code()).isEqualTo("none");
    List.of(good, old, other).forEach(VcfSimulator::forget);

    Fault unknown = refusal(party(good, Trust.SYSTEM));
    assertThat(unknown.said()).contains("is from nobody known here");
    assertThat(unknown.details()).containsEntry("sha256", good.fingerprint());
    assertThat(refusal(party(old, Trust.parse("t", "ca", old.pem()))).said())
        .contains("has run out");
    assertThat(refusal(party(other, Trust.parse("t", "ca", other.pem()))).said())
        .contains("is for another name");
    Fault swapped = refusal(party(good, pin(old)));
    assertThat(swapped.code()).isEqualTo("vcf-other-certificate");
    assertThat(swapped.advice().orElseThrow()).contains("trust the new fingerprint");
    assertThat(good.asked()).isEmpty();
    assertThat(old.asked()).isEmpty();
    assertThat(other.asked()).isEmpty();
    assertThat(
            Trust.fingerprint(
                vcf.certificate(
                    SourceKind.MANAGER, HostAddress.parse("h", "localhost", good.port()))))
        .isEqualTo(good.fingerprint());
    assertThat(good.asked()).isEmpty();
  }

  @Test
  void everyFailureHasItsOwnSentence() throws Exception {
    VcfSimulator there = start(Product.MANAGER_9, Certificates.SELF_SIGNED);
    Party party = party(there, pin(there));
    there.at("POST /v1/tokens", "html", 1);
    assertThat(refusal(party).code()).isEqualTo("vcf-error-502");
    there.at("POST /v1/tokens", "status=403", 1);
    assertThat(refusal(party).code()).isEqualTo("vcf-credentials");
    there.at("POST /v1/tokens", "throttle", 1);
    assertThat(refusal(party).code()).isEqualTo("vcf-throttled");
    there.at("GET /v1/system/appliance-info", "status=403", 1);
    Fault forbidden = refusal(party);
    assertThat(forbidden.code()).isEqualTo("vcf-forbidden");
    assertThat(forbidden.said()).contains("It says: “It was told to answer 403.” (K7Q2ZD).");
    there.always("POST /v1/tokens", "slow=3000");
    InfrastructureSettings hasty =
        new InfrastructureSettings(
            SETTINGS.networks(),
            Duration.ofMillis(300),
            Duration.ofMinutes(1),
            100,
            20,
            Duration.ofHours(24),
            false);
    try (Vcf brief = new Vcf(hasty, new AddressPolicy(hasty.networks()), CLOCK, length -> {})) {
      assertThatThrownBy(() -> brief.prove(party))
          .isInstanceOfSatisfying(
              Fault.class, e -> assertThat(e.code()).isEqualTo("vcf-timed-out"));
    }
    there.forget();
    there.at("POST /v1/tokens", "cut", 1);
    assertThat(refusal(party).code()).isEqualTo("vcf-cut-off");
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThat(refusal(party(SourceKind.MANAGER, free, Trust.SYSTEM)).code())
        .isEqualTo("vcf-refused");
    assertThat(there.violations()).isEmpty();
  }

  @Test
  void aTrialAsksEachAddressOnceSinceSomebodyWaits() throws Exception {
    VcfSimulator there = start(Product.MANAGER_9, Certificates.SELF_SIGNED);
    there.always("POST /v1/tokens", "html");
    assertThat(refusal(party(there, pin(there))).code()).isEqualTo("vcf-error-502");
    assertThat(there.asked()).containsExactly("POST /v1/tokens");
    there.forget();
    there.always("POST /v1/tokens", "html");
    assertThatThrownBy(() -> vcf.read(party(there, pin(there)), words -> {}))
        .isInstanceOf(Fault.class);
    assertThat(there.asked()).hasSize(4);
  }

  @Test
  void whatIsAnotherProductIsRefused() throws Exception {
    VcfSimulator there = start(Product.INSTALLER_9, Certificates.SELF_SIGNED);
    Fault fault = refusal(party(there, pin(there)));
    assertThat(fault.code()).isEqualTo("vcf-wrong-product");
    assertThat(fault.said()).contains("VcfInstaller", "not SDDC Manager");
    assertThat(there.sessions()).isZero();
    VcfSimulator five = start(Product.MANAGER_5, Certificates.SELF_SIGNED);
    assertThat(vcf.prove(party(five, pin(five))).role()).isEmpty();
    Reading reading = vcf.read(party(five, pin(five)), words -> {});
    assertThat(reading.told().get(3).account().domains()).containsExactly("lab-m01");
    assertThat(reading.told().getLast().account().domains()).isEmpty();
  }

  @Test
  void readingEndsAtItsDeadlineHoweverManyPagesThereAre() {
    VcfSimulator there = start(Product.MANAGER_9, Certificates.SELF_SIGNED);
    TestingClock late = new TestingClock();
    InfrastructureSettings narrow =
        new InfrastructureSettings(
            SETTINGS.networks(),
            SETTINGS.timeout(),
            Duration.ofMinutes(1),
            1,
            20,
            SETTINGS.expiryEvery(),
            false);
    try (Vcf slow = new Vcf(narrow, new AddressPolicy(narrow.networks()), late, length -> {})) {
      assertThatThrownBy(
              () -> slow.read(party(there, pin(there)), words -> late.pass(Duration.ofSeconds(25))))
          .isInstanceOfSatisfying(
              Fault.class, e -> assertThat(e.code()).isEqualTo("vcf-timed-out"));
    }
    assertThat(there.asked().stream().filter("GET /v1/credentials"::equals)).hasSizeLessThan(4);
    assertThat(there.sessions()).isZero();
  }

  @Test
  void theAddressThatWasLookedAtIsTheOneThatIsAsked() throws Exception {
    VcfSimulator there = start(Product.MANAGER_9, Certificates.SELF_SIGNED);
    AtomicInteger looked = new AtomicInteger();
    AddressPolicy rebinding =
        new AddressPolicy(
            SETTINGS.networks(),
            host ->
                new InetAddress[] {
                  looked.incrementAndGet() == 1
                      ? InetAddress.getLoopbackAddress()
                      : InetAddress.getByName("169.254.169.254")
                });
    try (Vcf pinned = new Vcf(SETTINGS, rebinding, CLOCK, length -> {})) {
      Party party =
          new Party(
              SourceKind.MANAGER,
              HostAddress.parse("host", "sddc01.lab.example", there.port()),
              Trust.parse("t", "ca", there.pem()),
              VcfSimulator.USER,
              Secret.of(VcfSimulator.PASSWORD));
      assertThat(pinned.prove(party).role()).contains("SddcManager");
      assertThat(looked).hasValue(1);
    }
  }
}
