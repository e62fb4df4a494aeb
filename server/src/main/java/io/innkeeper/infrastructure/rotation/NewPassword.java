package io.innkeeper.infrastructure.rotation;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** A password that a person types, under the rules that SDDC Manager states. Never in a message. */
final class NewPassword {
  private static final String MARKS = "!@#$^*";
  private static final int LONGEST = 255;

  private NewPassword() {}

  /**
   * Reads a password for a verb.
   *
   * @throws Fault INVALID with everything that it lacks
   */
  static Secret parse(Verb verb, String typed) {
    if (typed.isEmpty())
      throw refused(
          "password-missing",
          verb == Verb.UPDATE ? "Give the new password." : "Give the password that holds there.");
    // What holds at the product follows its rules, not these.
    List<String> wrong = verb == Verb.UPDATE ? wrong(typed) : unusable(typed);
    if (wrong.isEmpty()) return Secret.of(typed);
    throw refused("password-rule", "The password needs " + String.join(", ", wrong) + ".");
  }

  private static Fault refused(String code, String said) {
    return Fault.invalidField("password", code, said);
  }

  private static List<String> unusable(String typed) {
    List<String> wrong = new ArrayList<>();
    if (typed.length() > LONGEST) wrong.add("at most " + LONGEST + " characters");
    if (any(typed, Character::isISOControl)) wrong.add("no control characters");
    return wrong;
  }

  static List<String> wrong(String typed) {
    List<String> wrong = new ArrayList<>();
    if (typed.length() < 12 || typed.length() > 20) wrong.add("12 to 20 characters");
    if (!any(typed, c -> c >= 'a' && c <= 'z')) wrong.add("a small letter");
    if (!any(typed, c -> c >= 'A' && c <= 'Z')) wrong.add("a capital letter");
    if (!any(typed, c -> c >= '0' && c <= '9')) wrong.add("a digit");
    if (!any(typed, c -> MARKS.indexOf(c) >= 0)) wrong.add("one of ! @ # $ ^ *");
    if (any(typed, c -> c <= ' ' || c > '~'))
      wrong.add("only signs of a plain keyboard, no spaces");
    if (alike(typed)) wrong.add("no three alike in a row");
    if (steps(typed)) wrong.add("no row such as abcde or 54321");
    if (palindrome(typed)) wrong.add("to read differently backwards");
    return wrong;
  }

  private static boolean any(String typed, IntPredicate is) {
    return typed.chars().anyMatch(is);
  }

  private static boolean alike(String typed) {
    for (int at = 2; at < typed.length(); at++)
      if (typed.charAt(at) == typed.charAt(at - 1) && typed.charAt(at) == typed.charAt(at - 2))
        return true;
    return false;
  }

  /** More than four that go up or down by one. */
  private static boolean steps(String typed) {
    int up = 1;
    int down = 1;
    for (int at = 1; at < typed.length(); at++) {
      int step = typed.charAt(at) - typed.charAt(at - 1);
      up = step == 1 ? up + 1 : 1;
      down = step == -1 ? down + 1 : 1;
      if (up > 4 || down > 4) return true;
    }
    return false;
  }

  private static boolean palindrome(String typed) {
    return typed.length() > 1 && new StringBuilder(typed).reverse().toString().equals(typed);
  }
}
