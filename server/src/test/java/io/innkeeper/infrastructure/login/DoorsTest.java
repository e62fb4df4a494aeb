package io.innkeeper.infrastructure.login;

import static io.innkeeper.infrastructure.login.LoginHouse.HOST;
import static io.innkeeper.infrastructure.login.LoginHouse.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.LoginOutcome;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.Trust;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The doors over TLS, before a stand-in that counts what reaches it. */
class DoorsTest {
  @TempDir private Path home;
  private LoginHouse house;
  private Environment lab;
  private int number;

  @BeforeEach
  void open(Database database) {
    house = new LoginHouse(database, home);
    lab = house.lab("Lab");
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** Another account each time, which may come in. */
  private Credential sso(Environment of) {
    String user = "user" + number++ + "@vsphere.local";
    house.doors.account(user, RIGHT);
    return house.account(of, SourceKind.MANAGER, HOST, "PSC", "SSO", user, RIGHT);
  }

  @StoreTest
  void eachDoorIsEnteredOnceAndLeft() throws InterruptedException {
    Credential sso = sso(lab);
    Credential nsx =
        house.account(lab, SourceKind.MANAGER, HOST, "NSXT_MANAGER", "API", "admin", RIGHT);
    Credential audit =
        house.account(lab, SourceKind.MANAGER, HOST, "NSXT_MANAGER", "AUDIT", "audit", RIGHT);
    Credential local =
        house.account(lab, SourceKind.INSTALLER, HOST, "SDDC_MANAGER", "API", "admin@local", RIGHT);
    for (String user : List.of("admin", "audit", "admin@local")) house.doors.account(user, RIGHT);
    for (Credential one : List.of(sso, nsx, audit, local))
      assertThat(house.code(one)).as(one.account().shown()).isEqualTo("signs-in");
    assertThat(house.doors.tried())
        .containsExactly(
            "user0@vsphere.local POST /api/session",
            "admin GET /api/v1/node/version",
            "audit GET /api/v1/node/version",
            "admin@local POST /v1/tokens");
    assertThat(house.doors.sessions()).isZero();
  }

  @StoreTest
  void refusedAtEachDoor() throws InterruptedException {
    for (String[] one :
        new String[][] {{"PSC", "SSO"}, {"NSXT_MANAGER", "API"}, {"SDDC_MANAGER", "API"}}) {
      Credential wrong =
          house.account(lab, SourceKind.MANAGER, HOST, one[0], one[1], "u" + number++, "Wrong-1!");
      assertThat(house.attempt(wrong).outcome()).as(one[0]).isEqualTo(LoginOutcome.REFUSED);
    }
    assertThat(house.doors.tried()).hasSize(3);
  }

  @StoreTest
  void noWholeAnswerIsNoRefusal() throws InterruptedException {
    house.doors.always("POST /api/session", "cut");
    assertThat(house.code(sso(lab))).isEqualTo("unknown");
    assertThat(house.doors.tried()).hasSize(1);
    house.doors.forget();
    house.doors.always("POST /api/session", "html");
    assertThat(house.code(sso(lab))).isEqualTo("unknown");
    house.doors.forget();
    house.doors.always("POST /api/session", "status=503");
    assertThat(house.code(sso(lab))).isEqualTo("unknown");
    assertThat(house.doors.tried()).hasSize(1);
    house.doors.forget();
    house.doors.always("POST /api/session", "status=404");
    assertThat(house.code(sso(lab))).isEqualTo("not-reachable");
  }

  @StoreTest
  void whoseCertificateIsNotBelievedGetsNothing() throws InterruptedException {
    Environment stranger = house.lab("Stranger", Trust.SYSTEM);
    assertThat(house.attempt(sso(stranger)).said()).contains("nothing was sent");
    Environment pinned = house.lab("Pinned", new Trust(Trust.Kind.PIN, "ab".repeat(32)));
    assertThat(house.code(sso(pinned))).isEqualTo("login-trust");
    assertThat(house.doors.tried()).isEmpty();
  }

  @StoreTest
  void anAccountOfSingleSignOnIsTheSameAtEveryHost() throws InterruptedException {
    Credential here = sso(lab);
    Credential there =
        house.account(
            lab, SourceKind.MANAGER, "127.0.0.1", "PSC", "SSO", here.account().username(), RIGHT);
    assertThat(house.code(here)).isEqualTo("signs-in");
    assertThat(house.code(there)).isEqualTo("login-too-soon");
  }
}
