package io.innkeeper.person;

import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.AppUser.Role;
import java.util.Locale;

/** What is done to somebody's role. */
public enum PersonAct {
  /** Somebody who waits may go in. */
  APPROVE(Role.USER, "Approving ", " may use the workspace."),
  PROMOTE(Role.ADMIN, "Promoting ", " is an admin of the workspace."),
  DEMOTE(Role.USER, "Demoting ", " is an ordinary user of the workspace."),
  /** Somebody has to wait again: the app has no other way to lock an account. */
  SUSPEND(Role.PENDING, "Suspending ", " can't use the workspace until approved.");

  private final Role to;
  private final String title;
  private final String done;

  PersonAct(Role to, String title, String done) {
    this.to = to;
    this.title = title;
    this.done = done;
  }

  /** The role it ends with. */
  public Role to() {
    return to;
  }

  /** As in the audit, the API and the CLI. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return title;
  }

  /** “anna@client.example may use the workspace.” */
  public String done(String who) {
    return who + done;
  }

  /** Whether it changes anything for somebody in this role. */
  boolean changes(Role now) {
    return switch (this) {
      case APPROVE -> now == Role.PENDING;
      case PROMOTE -> now != Role.ADMIN;
      case DEMOTE -> now == Role.ADMIN;
      case SUSPEND -> now != Role.PENDING;
    };
  }

  /**
   * Refuses what would leave the client without its admin.
   *
   * @throws Fault CONFLICT
   */
  void refuse(Roll roll, Person person) {
    if (to != Role.ADMIN) refuseLosing(roll, person);
  }

  /** The same for somebody whose account goes. */
  static void refuseLosing(Roll roll, Person person) {
    if (person.role() != Role.ADMIN) return;
    if (roll.isMainAdmin(person))
      throw Fault.conflict("person-main-admin", person.email() + " is the client's main admin.")
          .advising("Name another main admin first.");
    boolean another =
        roll.people().stream()
            .anyMatch(one -> one.role() == Role.ADMIN && !one.id().equals(person.id()));
    if (!another)
      throw Fault.conflict(
              "person-last-admin", person.email() + " is the only admin the client has.")
          .advising("Promote somebody else first.");
  }
}
