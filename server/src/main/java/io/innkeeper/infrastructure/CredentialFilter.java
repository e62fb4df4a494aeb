package io.innkeeper.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which credentials are wanted.
 *
 * @param text that host, address, user, type or domain contain; case doesn't matter
 * @param missing true: those their source tells no more; false: the others
 */
public record CredentialFilter(
    Optional<UUID> environment,
    Optional<String> text,
    Optional<String> host,
    Optional<String> username,
    Optional<String> credentialType,
    Optional<String> accountType,
    Optional<String> resourceType,
    Optional<String> domain,
    Optional<SourceKind> source,
    Optional<Boolean> missing,
    CredentialMarks marks) {

  /** All of an environment. */
  public static CredentialFilter of(UUID environment) {
    return new CredentialFilter(
        Optional.of(environment),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        CredentialMarks.NONE);
  }

  /** Whether it leaves out some of its environment. */
  public boolean narrows() {
    return !words().isEmpty();
  }

  /** What it asks beside the environment, for the audit. */
  public String words() {
    List<String> words = new ArrayList<>();
    text.ifPresent(word -> words.add("with “" + word + "”"));
    host.ifPresent(word -> words.add("host " + word));
    username.ifPresent(word -> words.add("user " + word));
    credentialType.ifPresent(word -> words.add("credential type " + word));
    accountType.ifPresent(word -> words.add("account type " + word));
    resourceType.ifPresent(word -> words.add("resource type " + word));
    domain.ifPresent(word -> words.add("domain " + word));
    source.ifPresent(kind -> words.add("from " + kind.product()));
    missing.ifPresent(are -> words.add(are ? "missing" : "not missing"));
    marks.words(words);
    return String.join(", ", words);
  }

  /** Of these only those that are missing, or only those that are not. */
  public CredentialFilter missing(boolean are) {
    return new CredentialFilter(
        environment,
        text,
        host,
        username,
        credentialType,
        accountType,
        resourceType,
        domain,
        source,
        Optional.of(are),
        marks);
  }
}
