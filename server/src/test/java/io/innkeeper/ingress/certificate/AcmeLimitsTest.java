package io.innkeeper.ingress.certificate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** Until when an authority is left alone. */
class AcmeLimitsTest {
  private static final URI REAL = URI.create("https://acme.example/dir");
  private static final URI STAGING = URI.create("https://staging.acme.example/dir");
  private static final Hostname CHAT = new Hostname("chat.wrzos.example");
  private static final Hostname AI = new Hostname("ai.wrzos.example");

  @StoreTest
  void limitHoldsForOneNameAtOneAuthorityUntilItIsOver(Database database) {
    TestingClock clock = new TestingClock();
    AcmeLimits limits = new AcmeLimits(database, clock);
    limits.refuse(REAL, CHAT);
    Instant until = clock.instant().plus(Duration.ofHours(3));
    limits.note(REAL, CHAT, clock.instant().plus(Duration.ofHours(1)));
    limits.note(REAL, CHAT, until);
    clock.pass(Duration.ofHours(2));
    AcmeLimits later = new AcmeLimits(database, clock);
    assertThatThrownBy(() -> later.refuse(REAL, CHAT))
        .hasMessageContaining("takes none until " + until);
    assertThatCode(() -> later.refuse(REAL, AI)).doesNotThrowAnyException();
    assertThatCode(() -> later.refuse(STAGING, CHAT)).doesNotThrowAnyException();
    clock.pass(Duration.ofHours(1));
    assertThatCode(() -> later.refuse(REAL, CHAT)).doesNotThrowAnyException();
  }
}
