package io.innkeeper.person;

import io.innkeeper.client.NewPerson;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.AppUser.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to get an account.
 *
 * @param email in lower case, as the app keeps it
 */
public record PersonInput(String email, String name, Role role) {
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s\\p{Cntrl}<>\"',;:]{1,64}@[^@\\s\\p{Cntrl}<>\"',;:]{1,189}");
  private static final int LONGEST_NAME = 120;

  /**
   * As somebody asked for it.
   *
   * @throws Fault INVALID naming every field that must be mended
   */
  public static PersonInput of(NewPerson given) {
    List<Fault.Field> problems = new ArrayList<>();
    String email = email(given.email(), problems);
    String name = name(given.name(), email, problems);
    Role role = role(given.role(), problems);
    if (problems.isEmpty()) return new PersonInput(email, name, role);
    throw Fault.invalid("person-input", problems.getFirst().said()).about(problems);
  }

  private static String email(@Nullable String given, List<Fault.Field> problems) {
    String email = given == null ? "" : given.strip().toLowerCase(Locale.ROOT);
    if (email.isEmpty())
      problems.add(new Fault.Field("email", "An account needs an e-mail address."));
    else if (!EMAIL.matcher(email).matches() || email.endsWith(".invalid"))
      problems.add(
          new Fault.Field("email", "“" + email + "” is no e-mail address a person can have."));
    return email;
  }

  private static String name(@Nullable String given, String email, List<Fault.Field> problems) {
    String name = given == null ? "" : given.strip();
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl))
      problems.add(
          new Fault.Field("name", "A name has at most 120 characters, none of them for control."));
    return name.isEmpty() ? email.replaceAll("@.*", "") : name;
  }

  private static Role role(@Nullable String given, List<Fault.Field> problems) {
    if (given == null || given.isBlank()) return Role.USER;
    try {
      return Role.parse(given.strip().toLowerCase(Locale.ROOT));
    } catch (Fault e) {
      problems.add(new Fault.Field("role", e.said()));
      return Role.PENDING;
    }
  }
}
