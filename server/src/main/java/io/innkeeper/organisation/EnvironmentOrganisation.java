package io.innkeeper.organisation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The organisation that the environment names, as far as it does. Each of the three variables comes
 * from the process's environment, else from {@code .env} in the home.
 *
 * @param externalId {@code OPENROUTER_EXTERNAL_USER}; stays the same when the name changes
 * @param name {@code ORGANIZATION_NAME}
 * @param key {@code OPENROUTER_API_KEY}
 */
public record EnvironmentOrganisation(
    Optional<String> externalId, Optional<String> name, Optional<Secret> key) {
  private static final Logger log = LoggerFactory.getLogger(EnvironmentOrganisation.class);
  private static final String EXTERNAL_ID = "OPENROUTER_EXTERNAL_USER";
  private static final String NAME = "ORGANIZATION_NAME";
  private static final String KEY = "OPENROUTER_API_KEY";
  private static final Pattern USABLE_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  private static final Pattern USABLE_NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");
  private static final Pattern USABLE_KEY = Pattern.compile("[!-~]{1,512}");

  /**
   * Reads the variables; a file that can't be read counts as empty, since this never stops a start.
   */
  public static EnvironmentOrganisation read(Path envFile, Map<String, String> environment) {
    Map<String, String> file = content(envFile);
    return new EnvironmentOrganisation(
        value(EXTERNAL_ID, USABLE_ID, environment, file),
        value(NAME, USABLE_NAME, environment, file),
        value(KEY, USABLE_KEY, environment, file).map(Secret::of));
  }

  /** Names of the variables that are missing or can't be used. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (externalId.isEmpty()) missing.add(EXTERNAL_ID);
    if (name.isEmpty()) missing.add(NAME);
    if (key.isEmpty()) missing.add(KEY);
    return List.copyOf(missing);
  }

  /** Whether the environment names no organisation at all, which is fine. */
  public boolean absent() {
    return missing().size() == 3;
  }

  public boolean complete() {
    return missing().isEmpty();
  }

  /** The id that the reference's {@code .env} generator gives an organisation of this name. */
  public static String externalIdOf(String organisationName) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(organisationName.getBytes(UTF_8));
      return "mai_client_" + HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> value(
      String name, Pattern usable, Map<String, String> environment, Map<String, String> file) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .or(() -> Optional.ofNullable(file.get(name)).map(String::strip))
        .filter(text -> usable.matcher(text).matches());
  }

  private static Map<String, String> content(Path file) {
    try {
      return Files.exists(file) ? EnvFile.parse(Files.readString(file)) : Map.of();
    } catch (IOException e) {
      log.warn("{} can't be read as text, so it is passed over.", file);
      return Map.of();
    }
  }
}
