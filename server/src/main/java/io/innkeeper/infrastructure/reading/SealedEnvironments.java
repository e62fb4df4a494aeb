package io.innkeeper.infrastructure.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.caller.Actor;
import io.innkeeper.client.age.AgeSeal;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Reply;
import io.innkeeper.infrastructure.BundleFile;
import io.innkeeper.infrastructure.ConfigFile;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.Sources;
import io.innkeeper.infrastructure.Stretching;
import io.innkeeper.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;

/**
 * Environments as files with the passwords of their sources, never but sealed. The audit line is
 * written before a password is opened.
 */
public final class SealedEnvironments {
  private final Reading.Ground ground;
  private final Sources sources;
  private final boolean demandsReason;

  SealedEnvironments(Reading.Ground ground, boolean demandsReason) {
    this.ground = ground;
    this.sources = new Sources(ground.database(), ground.box(), ground.clock());
    this.demandsReason = demandsReason;
  }

  /**
   * The file, as an answer.
   *
   * @throws io.innkeeper.fault.Fault INVALID without a reason where one is demanded, BROKEN when
   *     the audit can't be written
   */
  public Reply file(Environment of, SealWish wish, Actor by) {
    note(List.of(of), wish, by);
    Map<SourceKind, Secret> passwords = passwords(of);
    String text = wish.yaml() ? ConfigFile.yaml(of, passwords) : ConfigFile.json(of, passwords);
    return file(of.name().replaceAll("[^0-9A-Za-z._-]+", "-"), text, wish);
  }

  /** Several in one file, as an answer; each has an audit line of its own. */
  public Reply file(List<Environment> all, SealWish wish, Actor by) {
    note(all, wish, by);
    return file("environments", BundleFile.text(all, wish.yaml(), this::passwords), wish);
  }

  private static Reply file(String name, String text, SealWish wish) {
    return Reply.bytes("application/octet-stream", sealed(text, wish))
        .with("Content-Disposition", "attachment; filename=\"" + name + "." + wish.ending() + "\"")
        .keptNowhere();
  }

  private Map<SourceKind, Secret> passwords(Environment of) {
    Map<SourceKind, Secret> passwords = new EnumMap<>(SourceKind.class);
    if (of.removed().isEmpty())
      for (Source source : of.sources()) passwords.put(source.kind(), password(of, source));
    return passwords;
  }

  private Secret password(Environment of, Source source) {
    Sources.Entry entry = sources.entry(of.id(), source.kind());
    if (entry.source().spec().sameParty(source.spec())) return entry.password();
    throw Fault.conflict(
            "source-changed",
            source.kind().product() + " of “" + of.name() + "” was changed in this moment.")
        .advising("Export it once more.");
  }

  private void note(List<Environment> all, SealWish wish, Actor by) {
    Reason reason = Reason.parse(wish.reason(), demandsReason);
    String noted = wish.words() + (reason.words().isEmpty() ? "" : ": " + reason.words());
    try {
      ground
          .database()
          .change(
              handle -> {
                for (Environment of : all)
                  ground
                      .audit()
                      .record(
                          handle,
                          AuditEvent.done(
                                  by,
                                  "environment.export",
                                  "environment " + of.name() + " " + of.id())
                              .noting(noted));
              });
    } catch (JdbiException e) {
      throw Reading.auditDown(e);
    }
  }

  private static byte[] sealed(String text, SealWish wish) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream seal = seal(out, wish)) {
      seal.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory that can't be written", e);
    }
    return out.toByteArray();
  }

  private static OutputStream seal(OutputStream out, SealWish wish) throws IOException {
    List<String> recipients = wish.recipients();
    return wish.passphrase().isPresent()
        ? Stretching.seal(out, wish.passphrase().get().unwrap())
        : AgeSeal.forRecipients(out, recipients);
  }
}
