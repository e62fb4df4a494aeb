package io.innkeeper.ingress.certificate;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.settings.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Who issues certificates. */
public record AcmeSettings(
    @Setting(
            says =
                "The ACME authority: letsencrypt, letsencrypt-staging, or the https address of any"
                    + " directory. Without one, certificates are uploaded or self-signed.")
        Optional<String> directory,
    @Setting(says = "That you agree to the authority's terms of service.", byDefault = "false")
        boolean agreeTerms,
    @Setting(says = "Where the authority writes to when a certificate is about to run out.")
        Optional<String> email,
    @Setting(says = "The key id, if the authority wants accounts bound to one it knows (EAB).")
        Optional<String> eabKeyId,
    @Setting(says = "The key that belongs to it, as the authority gave it (base64url).")
        Optional<Secret> eabKey,
    @Setting(says = "A PEM file with the root to trust, for an authority of your own.")
        Optional<Path> trust,
    @Setting(
            says = "How long the authority may take to check a name and sign.",
            byDefault = "2m",
            atLeast = "1s")
        Duration patience) {

  public AcmeSettings {
    if (directory.isPresent() && !agreeTerms)
      throw refusal(
          "agree-terms must be true: an authority issues only to who agrees to its terms.");
    if (eabKeyId.isPresent() != eabKey.isPresent())
      throw refusal("eab-key-id and eab-key belong together: give both or none.");
    directory.ifPresent(AcmeSettings::address);
  }

  /** The directory's address; empty when no authority is used. */
  public Optional<URI> authority() {
    return directory.map(AcmeSettings::address);
  }

  private static URI address(String text) {
    if (text.equals("letsencrypt"))
      return URI.create("https://acme-v02.api.letsencrypt.org/directory");
    if (text.equals("letsencrypt-staging"))
      return URI.create("https://acme-staging-v02.api.letsencrypt.org/directory");
    if (text.matches("https://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")) return URI.create(text);
    throw refusal(
        "directory must be letsencrypt, letsencrypt-staging or an https address, not “"
            + text
            + "”.");
  }

  private static Fault refusal(String said) {
    return Fault.invalid("acme-settings", "innkeeper.ingress.acme." + said);
  }
}
