package io.innkeeper;

import io.innkeeper.access.Access;
import io.innkeeper.access.ApiTokens;
import io.innkeeper.access.FirstAdmin;
import io.innkeeper.access.FirstAdminNote;
import io.innkeeper.access.OperatorPasswords;
import io.innkeeper.access.Operators;
import io.innkeeper.access.Sessions;
import io.innkeeper.access.SignIn;
import io.innkeeper.organisation.Organisations;
import java.util.UUID;
import java.util.function.Predicate;

/** Who may come in, and for whom. */
public record Entrance(
    Organisations organisations,
    Sessions sessions,
    SignIn signIn,
    Operators operators,
    OperatorPasswords passwords,
    ApiTokens tokens,
    FirstAdmin firstAdmin) {

  static Entrance on(Foundation ground) {
    var database = ground.database();
    var audit = ground.audit();
    var clock = ground.clock();
    Organisations organisations =
        new Organisations(database, ground.box(), audit, ground.ids(), clock);
    Sessions sessions =
        new Sessions(database, audit, ground.settings().access(), clock, ground.ids());
    Predicate<UUID> known = id -> organisations.find(id).isPresent();
    Operators operators = new Operators(database, audit, clock, ground.ids(), known);
    FirstAdminNote note = new FirstAdminNote(ground.home().firstAdmin());
    return new Entrance(
        organisations,
        sessions,
        new SignIn(database, audit, sessions, clock),
        operators,
        new OperatorPasswords(database, audit, sessions, note, clock),
        new ApiTokens(database, audit, clock, ground.ids(), known),
        new FirstAdmin(database, audit, operators, note));
  }

  public Access access() {
    return new Access(sessions, tokens);
  }
}
