package io.innkeeper.branding.licence;

import io.innkeeper.client.GroundSpec;
import io.innkeeper.fault.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What an operator says allows a tenant another look.
 *
 * @param reference the contract or letter by which it is found again
 * @param users how many end users a contract allows
 * @param dated the letter's date
 * @param until the contract's last day
 */
public record Ground(
    Kind kind,
    String reference,
    Optional<Integer> users,
    Optional<LocalDate> dated,
    Optional<LocalDate> until) {

  /** The exceptions that the licence names, and the versions before it. */
  public enum Kind {
    SMALL("At most 50 end users"),
    ENTERPRISE("Enterprise licence"),
    PERMISSION("Written permission"),
    OLD("Version 0.6.5 or older");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int LONGEST = 200;

  /**
   * As somebody recorded it.
   *
   * @throws Fault INVALID naming every field that must be mended
   */
  public static Ground parse(GroundSpec given) {
    List<Fault.Field> problems = new ArrayList<>();
    Optional<Kind> kind =
        Arrays.stream(Kind.values())
            .filter(one -> one.word().equals(String.valueOf(given.ground()).strip()))
            .findFirst();
    if (kind.isEmpty())
      problems.add(new Fault.Field("ground", "One of small, enterprise, permission, old."));
    String reference = Objects.requireNonNullElse(given.reference(), "").strip();
    if (reference.length() > LONGEST)
      problems.add(new Fault.Field("reference", "At most 200 characters."));
    boolean paper =
        kind.filter(one -> one == Kind.ENTERPRISE || one == Kind.PERMISSION).isPresent();
    if (paper && reference.isEmpty())
      problems.add(new Fault.Field("reference", "Say which contract or letter it is."));
    if (kind.filter(Kind.PERMISSION::equals).isPresent() && given.date() == null)
      problems.add(new Fault.Field("date", "Say the letter’s date."));
    Integer users = given.users();
    if (users != null && users < 1)
      problems.add(new Fault.Field("users", "At least one end user, or no number."));
    if (!problems.isEmpty())
      throw Fault.invalid("ground-input", problems.getFirst().said()).about(problems);
    return new Ground(
        kind.orElseThrow(),
        reference,
        Optional.ofNullable(users),
        Optional.ofNullable(given.date()),
        Optional.ofNullable(given.until()));
  }

  public GroundSpec spec() {
    return new GroundSpec(
        kind.word(),
        reference.isEmpty() ? null : reference,
        users.orElse(null),
        dated.orElse(null),
        until.orElse(null));
  }

  /** How many end users it allows; empty: the text names no number. */
  public Optional<Integer> limit() {
    return kind == Kind.SMALL ? Optional.of(LicenceStanding.FEW) : users;
  }
}
