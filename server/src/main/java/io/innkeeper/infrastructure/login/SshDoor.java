package io.innkeeper.infrastructure.login;

import io.innkeeper.infrastructure.LoginOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;

/** SSH: the host's key first, then the password once, then away again; no shell is opened. */
final class SshDoor implements Door {
  private static final Set<ClientSessionEvent> READY =
      EnumSet.of(ClientSessionEvent.WAIT_AUTH, ClientSessionEvent.CLOSED);

  private final Patience patience;

  SshDoor(Patience patience) {
    this.patience = patience;
  }

  @Override
  public Found knock(Visit visit) throws InterruptedException {
    Handing handing = new Handing(visit);
    SshClient client = client(visit, handing);
    client.start();
    Optional<IOException> trouble = Optional.empty();
    Duration half = patience.reaching().dividedBy(2);
    try (ClientSession session = connected(client, visit, half)) {
      // The password's own time begins when the host's key has been seen.
      Set<ClientSessionEvent> now = session.waitFor(READY, half);
      if (now.contains(ClientSessionEvent.WAIT_AUTH)) session.auth().verify(patience.answering());
      else trouble = Optional.of(new IOException("no keys were agreed on in time"));
    } catch (IOException e) {
      trouble = Optional.of(e);
    } finally {
      client.stop();
    }
    if (Thread.interrupted()) throw new InterruptedException("the try was ended");
    handing.throwWhatStoppedIt();
    return found(visit, handing, trouble.isEmpty());
  }

  /** Nothing of this machine takes part: no configuration, no keys, no agent. */
  private static SshClient client(Visit visit, Handing handing) {
    SshClient client = ClientBuilder.builder().build();
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setFilePasswordProvider(FilePasswordProvider.EMPTY);
    client.setUserInteraction(UserInteraction.NONE);
    client.setAgentFactory(null);
    client.setServerKeyVerifier((session, address, key) -> handing.believes(key));
    // Never both: a question at the keyboard after a refused password would count as a second try.
    client.setUserAuthFactories(
        List.of(OncePassword.factory(handing), OnceKeyboard.factory(handing)));
    visit.known().ifPresent(key -> client.setSignatureFactories(first(client, key)));
    CoreModuleProperties.NIO_WORKERS.set(client, 1);
    return client;
  }

  /** A host that has keys of several kinds shows the one that is known, if it still has it. */
  private static List<NamedFactory<Signature>> first(SshClient client, HostKey known) {
    return client.getSignatureFactories().stream()
        .sorted(Comparator.comparing(one -> !like(one, known)))
        .toList();
  }

  private static boolean like(NamedFactory<Signature> one, HostKey known) {
    return KeyUtils.getCanonicalKeyType(one.getName()).equals(known.kind());
  }

  private static ClientSession connected(SshClient client, Visit visit, Duration time)
      throws IOException {
    List<InetAddress> addresses = visit.addresses();
    Duration each = time.dividedBy(addresses.size());
    for (int number = 0; ; number++) {
      InetSocketAddress there = new InetSocketAddress(addresses.get(number), visit.at().port());
      try {
        return client.connect(visit.username(), there).verify(each).getClientSession();
      } catch (IOException e) {
        if (number + 1 >= addresses.size()) throw e;
      }
    }
  }

  private static Found found(Visit visit, Handing handing, boolean signedIn) {
    String host = visit.at().shown();
    Optional<HostKey> shown = handing.shown();
    if (signedIn) return new Found(LoginOutcome.SIGNS_IN, "", shown);
    if (handing.changed())
      return new Found(
          LoginOutcome.HOST_KEY_CHANGED,
          host + " shows another key than the first time, so nothing was sent.",
          shown);
    if (!handing.sent())
      return new Found(LoginOutcome.NOT_REACHABLE, unreached(host, shown), shown);
    if (handing.wantsMore())
      return new Found(
          LoginOutcome.SIGNS_IN, host + " takes it, and then asks for something more.", shown);
    if (handing.mustChange())
      return new Found(
          LoginOutcome.REFUSED, host + " wants it changed before anybody signs in.", shown);
    if (handing.furtherAsked())
      return new Found(
          LoginOutcome.UNKNOWN,
          host + " asks further after the password, so whether it took it is not known.",
          shown);
    if (handing.refused())
      return new Found(LoginOutcome.REFUSED, host + " does not take it." + perhaps(visit), shown);
    return new Found(
        LoginOutcome.UNKNOWN, "The password was sent, and " + host + " did not answer it.", shown);
  }

  private static String unreached(String host, Optional<HostKey> shown) {
    return shown.isPresent()
        ? host + " asks for something else than a password, or nothing; nothing was sent."
        : host + " does not answer by SSH, which is often closed; nothing was sent.";
  }

  private static String perhaps(Visit visit) {
    return visit.username().equals("root") ? " It may let root in by no password at all." : "";
  }
}
