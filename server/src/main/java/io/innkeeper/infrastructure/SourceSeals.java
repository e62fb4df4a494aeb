package io.innkeeper.infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passwords of sources, each sealed for where it goes: who can write rows but not open them gains
 * nothing by making one lead elsewhere, for then it opens no more.
 */
public final class SourceSeals {
  private static final Logger log = LoggerFactory.getLogger(SourceSeals.class);

  private final SecretBox box;
  private final SourceStore store = new SourceStore();

  public SourceSeals(SecretBox box) {
    this.box = box;
  }

  String seal(UUID environment, SourceSpec to, Secret password) {
    return box.seal(password, place(environment, to));
  }

  /**
   * Opens one.
   *
   * @throws io.innkeeper.fault.Fault BROKEN when it was sealed for another host, user or trust
   */
  Secret open(UUID environment, SourceSpec to, String sealed) {
    return box.unseal(sealed, place(environment, to));
  }

  /**
   * Seals anew what was sealed with an earlier key, or before it was bound to where it goes.
   *
   * @return how many
   */
  public int renew(Handle handle) {
    int renewed = 0;
    for (Map.Entry<UUID, List<Source>> one : store.all(handle).entrySet())
      for (Source source : one.getValue())
        if (renewed(handle, one.getKey(), source.spec())) renewed++;
    return renewed;
  }

  private boolean renewed(Handle handle, UUID environment, SourceSpec to) {
    // None where it was forgotten with its environment.
    Optional<String> kept = store.sealed(handle, environment, to.kind());
    return kept.isPresent() && renewed(handle, environment, to, kept.get());
  }

  private boolean renewed(Handle handle, UUID environment, SourceSpec to, String sealed) {
    Optional<Secret> bound = box.opened(sealed, place(environment, to));
    if (bound.isPresent() && !box.stale(sealed)) return false;
    Optional<Secret> secret =
        bound.isPresent() ? bound : box.opened(sealed, unbound(environment, to.kind()));
    if (secret.isEmpty()) {
      log.warn("the password of {} of environment {} does not open", to.kind(), environment);
      return false;
    }
    return store.sealAnew(
        handle, environment, to.kind(), sealed, seal(environment, to, secret.get()));
  }

  private static String place(UUID environment, SourceSpec to) {
    return String.join(
        "\n",
        unbound(environment, to.kind()),
        to.at().host(),
        Integer.toString(to.at().port()),
        to.username(),
        to.trust().kind().word(),
        digest(to.trust().text()));
  }

  private static String unbound(UUID environment, SourceKind kind) {
    return "environment/" + environment + "/" + kind.word() + "/password";
  }

  private static String digest(String text) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Where its rows are, for a fresh key. */
  public static SealedPlace sealedPlace() {
    return new SealedColumn(
        "passwords of the infrastructure's sources",
        "environment_sources",
        "sealed_password",
        List.of("environment_id", "kind"),
        "",
        row -> {
          UUID environment = SealedColumn.id(row, "environment_id");
          SourceSpec to = SourceStore.spec(row);
          return List.of(place(environment, to), unbound(environment, to.kind()));
        });
  }
}
