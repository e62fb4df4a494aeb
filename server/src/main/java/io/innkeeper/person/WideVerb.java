package io.innkeeper.person;

import io.innkeeper.fault.Fault;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be done to people of several workspaces at once. */
public enum WideVerb {
  APPROVE("Approving ", PersonAct.APPROVE),
  PROMOTE("Promoting ", PersonAct.PROMOTE),
  DEMOTE("Demoting ", PersonAct.DEMOTE),
  SUSPEND("Suspending ", PersonAct.SUSPEND),
  SIGN_OUT("Signing out "),
  RESET_PASSWORD("Making new passwords for "),
  DELETE("Deleting "),
  ADD_TO_GROUP("Adding to a group "),
  ADD("Adding ");

  private final String title;
  private final Optional<PersonAct> act;

  WideVerb(String title) {
    this.title = title;
    this.act = Optional.empty();
  }

  WideVerb(String title, PersonAct act) {
    this.title = title;
    this.act = Optional.of(act);
  }

  /** As in the audit, the API and the CLI: {@code sign-out}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String title() {
    return title;
  }

  /** The change of role that it is, if it is one. */
  Optional<PersonAct> act() {
    return act;
  }

  /** Whether somebody gets a password by it. */
  boolean makesPassword() {
    return this == RESET_PASSWORD || this == ADD;
  }

  /**
   * Reads a verb's word.
   *
   * @throws Fault INVALID naming the verbs there are
   */
  public static WideVerb parse(String word) {
    for (WideVerb verb : values()) if (verb.word().equals(word)) return verb;
    String all = Arrays.stream(values()).map(WideVerb::word).collect(Collectors.joining(", "));
    throw Fault.invalidField(
        "verb", "wide-verb", "“" + word + "” can’t be done to people. There are " + all + ".");
  }
}
