package io.innkeeper.simulators.vcf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.UserAuthFactory;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.PasswordChangeRequiredException;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.session.ServerSession;

/**
 * A product's SSH on loopback: counts every password that comes, and every method that is begun;
 * can refuse, hang, ask by the keyboard only, and show another key. Nothing can be done in it.
 */
public final class SshSimulator implements AutoCloseable {
  private final SshServer server = SshServer.setUpDefaultServer();
  private final Map<String, String> passwords = new ConcurrentHashMap<>();
  private final List<String> tried = new CopyOnWriteArrayList<>();
  private final List<String> begun = new CopyOnWriteArrayList<>();
  private volatile Duration hanging = Duration.ZERO;
  private volatile boolean wantsChange;
  private volatile boolean hangsUp;

  private SshSimulator(int port) {
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setPasswordAuthenticator(this::takes);
    server.setKeyboardInteractiveAuthenticator(new Asking());
    methods(true, true);
    anotherKey("ec", 256);
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts one.
   *
   * @param port 0 for any free one
   */
  public static SshSimulator start(int port) {
    return new SshSimulator(port);
  }

  private final class Asking extends DefaultKeyboardInteractiveAuthenticator {
    @Override
    public InteractiveChallenge generateChallenge(
        ServerSession session, String username, String language, String methods) throws Exception {
      begun.add("keyboard " + username);
      return super.generateChallenge(session, username, language, methods);
    }
  }

  private boolean takes(String user, String password, ServerSession session) {
    tried.add(user);
    pause();
    if (hangsUp) {
      session.close(true);
      throw new IllegalStateException("it hangs up");
    }
    if (wantsChange) throw new PasswordChangeRequiredException("It has ended.", "New:", "");
    return password.equals(passwords.get(user));
  }

  private void pause() {
    try {
      Thread.sleep(hanging);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public int port() {
    return server.getPort();
  }

  /** Who may come in, with what. */
  public void account(String user, String password) {
    passwords.put(user, password);
  }

  /** By which methods passwords are taken; neither leaves only keys. */
  public void methods(boolean password, boolean keyboard) {
    List<UserAuthFactory> all = new java.util.ArrayList<>();
    if (password) all.add(UserAuthPasswordFactory.INSTANCE);
    if (keyboard) all.add(UserAuthKeyboardInteractiveFactory.INSTANCE);
    if (all.isEmpty())
      all.add(org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory.INSTANCE);
    server.setUserAuthFactories(all);
  }

  /** How long it looks at each password from now on. */
  public void hang(Duration length) {
    hanging = length;
  }

  /** Whether it goes away when a password comes, without an answer. */
  public void hangUp(boolean hangs) {
    hangsUp = hangs;
  }

  /** Whether it wants every password changed before it lets anybody in. */
  public void wantChange(boolean wants) {
    wantsChange = wants;
  }

  /** Shows another key from now on, as after it was set up anew. */
  public void anotherKey(String kind, int bits) {
    try {
      KeyPair pair = KeyUtils.generateKeyPair(name(kind), bits);
      server.setKeyPairProvider(KeyPairProvider.wrap(pair));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Shows two keys: what a client prefers decides which. */
  public void keys() {
    try {
      List<KeyPair> all = new java.util.ArrayList<>();
      server.getKeyPairProvider().loadKeys(null).forEach(all::add);
      all.add(KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256));
      all.add(KeyUtils.generateKeyPair(KeyPairProvider.SSH_RSA, 2048));
      server.setKeyPairProvider(KeyPairProvider.wrap(all));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(String kind) {
    return switch (kind) {
      case "rsa" -> KeyPairProvider.SSH_RSA;
      case "ed25519" -> KeyPairProvider.SSH_ED25519;
      default -> KeyPairProvider.ECDSA_SHA2_NISTP256;
    };
  }

  /** Whose passwords came, in order. */
  public List<String> tried() {
    return List.copyOf(tried);
  }

  /** Questions at the keyboard that were begun. */
  public List<String> begun() {
    return List.copyOf(begun);
  }

  /** How many are connected. */
  public int sessions() {
    return server.getActiveSessions().size();
  }

  @Override
  public void close() {
    try {
      server.stop(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
