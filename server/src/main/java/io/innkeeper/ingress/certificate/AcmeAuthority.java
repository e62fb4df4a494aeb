package io.innkeeper.ingress.certificate;

import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.certificate.AcmeAccounts.Account;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.secret.Secret;
import java.net.MalformedURLException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Certificate;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.OrderBuilder;
import org.shredzone.acme4j.RenewalInfo;
import org.shredzone.acme4j.RevocationReason;
import org.shredzone.acme4j.Session;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.connector.Resource;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeProtocolException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One authority that issues certificates by ACME, names proven over http. nginx can answer any of
 * its challenges at any time, because the answer follows from our account's thumbprint.
 */
public final class AcmeAuthority {
  private static final Logger log = LoggerFactory.getLogger(AcmeAuthority.class);

  private final URI directory;
  private final AcmeSettings settings;
  private final AcmeAccounts accounts;
  private final AcmeLimits limits;

  AcmeAuthority(URI directory, AcmeSettings settings, AcmeAccounts accounts, AcmeLimits limits) {
    this.directory = directory;
    this.settings = settings;
    this.accounts = accounts;
    this.limits = limits;
  }

  public URI directory() {
    return directory;
  }

  /** What challenges are answered with behind their token. */
  public String thumbprint() {
    return accounts.at(directory).thumbprint();
  }

  /**
   * Whether it may be asked at all: not while a limit lasts that it has told us of.
   *
   * @throws Fault CONFLICT saying until when
   */
  public void refuseHeld(Hostname name) {
    limits.refuse(directory, name);
  }

  /**
   * A fresh certificate with a fresh key.
   *
   * @param before the one it takes the place of
   * @param tell hears what is going on
   * @throws Fault when the authority refuses or can't be reached
   */
  public KeyAndChain issue(Hostname name, Optional<X509Certificate> before, Consumer<String> tell)
      throws InterruptedException {
    refuseHeld(name);
    String tried = "Tried to get a certificate for " + name;
    try {
      Order order = order(name, before, tell);
      for (Authorization each : order.getAuthorizations()) prove(name, each, tell);
      order.waitUntilReady(settings.patience());
      tell.accept("The authority signs the certificate");
      KeyPair key = SelfMade.keyPair();
      order.execute(key);
      if (order.waitForCompletion(settings.patience()) != Status.VALID)
        throw AcmeFaults.refused(name, order.getError());
      return new KeyAndChain(key.getPrivate(), order.getCertificate().getCertificateChain());
    } catch (AcmeRateLimitedException e) {
      e.getRetryAfter().ifPresent(until -> limits.note(directory, name, until));
      throw AcmeFaults.of(e, tried);
    } catch (AcmeException e) {
      throw AcmeFaults.of(e, tried);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has EC keys", e);
    }
  }

  /** When the authority wants a certificate replaced, and when it wants to be asked again. */
  public Renewal.Said renewal(X509Certificate certificate, Instant now) {
    try {
      Login login = login();
      if (!offersRenewalInfo(login))
        return new Renewal.Said(Optional.empty(), Renewal.askAgain(Optional.empty(), now));
      RenewalInfo info = login.bindRenewalInfo(certificate);
      Optional<Instant> wished = info.fetch();
      Renewal.Window window =
          new Renewal.Window(info.getSuggestedWindowStart(), info.getSuggestedWindowEnd());
      return new Renewal.Said(Optional.of(window), Renewal.askAgain(wished, now));
    } catch (AcmeRateLimitedException e) {
      return new Renewal.Said(Optional.empty(), Renewal.askAgain(e.getRetryAfter(), now));
    } catch (AcmeException
        | AcmeProtocolException
        | AcmeLazyLoadingException
        | IllegalArgumentException
        | Fault e) {
      // Out of reach, or an answer that says nothing: what is known already is good enough.
      log.debug("The authority did not say when it wants a certificate renewed", e);
      return new Renewal.Said(Optional.empty(), Renewal.askAgain(Optional.empty(), now));
    }
  }

  private static boolean offersRenewalInfo(Login login) throws AcmeException {
    return login.getSession().resourceUrlOptional(Resource.RENEWAL_INFO).isPresent();
  }

  /**
   * It counts no longer, for whoever asks the authority. Its own key vouches for the wish, so that
   * an account that the authority has forgotten is no hindrance; one that is revoked already is
   * fine.
   */
  public void revoke(KeyAndChain certificate, boolean keyLost) {
    RevocationReason why =
        keyLost ? RevocationReason.KEY_COMPROMISE : RevocationReason.CESSATION_OF_OPERATION;
    try {
      Certificate.revoke(session(), certificate.pair(), certificate.leaf(), why);
    } catch (AcmeException e) {
      if (AcmeFaults.alreadyRevoked(e)) return;
      throw AcmeFaults.of(e, "Tried to revoke a certificate");
    }
  }

  /** An account that the authority has forgotten is made again with the same key, once. */
  private Order order(Hostname name, Optional<X509Certificate> before, Consumer<String> tell)
      throws AcmeException {
    try {
      return ordered(login(), name, before);
    } catch (AcmeException e) {
      if (!AcmeFaults.accountGone(e)) throw e;
      tell.accept("The authority no longer knows our account: it is made again");
      accounts.known(directory, "", "");
      return ordered(login(), name, before);
    }
  }

  private Order ordered(Login login, Hostname name, Optional<X509Certificate> before)
      throws AcmeException {
    OrderBuilder order = login.newOrder().domain(name.value());
    if (before.isEmpty() || !offersRenewalInfo(login)) return order.create();
    try {
      return order.replaces(before.get()).create();
    } catch (AcmeException e) {
      if (AcmeFaults.accountGone(e)) throw e;
      // One that was replaced already, or that it never issued: an order like any other.
      return login.newOrder().domain(name.value()).create();
    }
  }

  private void prove(Hostname name, Authorization asked, Consumer<String> tell)
      throws AcmeException, InterruptedException {
    if (asked.getStatus() == Status.VALID) return;
    Challenge challenge =
        asked
            .findChallenge(Http01Challenge.class)
            .orElseThrow(() -> AcmeFaults.unproven(name, Optional.empty()));
    tell.accept("The authority looks at http://" + name + " to see that it is ours");
    challenge.trigger();
    if (asked.waitForCompletion(settings.patience()) == Status.VALID) return;
    challenge.fetch();
    throw AcmeFaults.unproven(name, challenge.getError());
  }

  private Session session() {
    return new Session(directory, new TrustingProvider(settings.trust()));
  }

  private Login login() throws AcmeException {
    Session session = session();
    Account account = accounts.at(directory);
    if (account.location().isPresent())
      return session.login(url(account.location().get()), account.key());
    AccountBuilder builder = new AccountBuilder().agreeToTermsOfService().useKeyPair(account.key());
    settings.email().ifPresent(builder::addEmail);
    Optional<Secret> key = settings.eabKey();
    if (settings.eabKeyId().isPresent() && key.isPresent())
      builder.withKeyIdentifier(settings.eabKeyId().get(), key.get().unwrap());
    Login login = builder.createLogin(session);
    accounts.known(directory, login.getAccountLocation().toString(), settings.email().orElse(""));
    return login;
  }

  private static java.net.URL url(URI location) {
    try {
      return location.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
