package io.innkeeper.cli.access;

import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.cli.terminal.When;
import io.innkeeper.client.IssuedPasswordView;
import io.innkeeper.client.IssuedTokenView;
import io.innkeeper.client.OperatorView;
import io.innkeeper.client.TokenView;

/** Operators, tokens and what is shown once, as people read them. */
record AccessText(When when) {

  Table<OperatorView> operators() {
    return new Table<OperatorView>()
        .column("Name", OperatorView::name)
        .column("Shown as", OperatorView::displayName)
        .column("Role", OperatorView::role)
        .column("State", AccessText::state, one -> one.active() ? Tone.PLAIN : Tone.WARNING)
        .column("Last seen", one -> when.ago(one.lastSeen()));
  }

  Table<TokenView> tokens() {
    return new Table<TokenView>()
        .column("Id", token -> token.id().toString())
        .column("Name", TokenView::name)
        .column("Begins", TokenView::hint)
        .column("Role", TokenView::role)
        .column("Of", TokenView::operator)
        .column("Until", token -> when.exact(token.expiresAt()))
        .column("Last used", token -> when.ago(token.lastUsed()));
  }

  static String password(IssuedPasswordView issued) {
    return """
    The password of %s is

      %s

    It is shown this once and must be changed at the first sign-in.
    """
        .formatted(issued.operator().name(), issued.password());
  }

  String token(IssuedTokenView issued) {
    return """
    %s

    It is shown this once, and lasts until %s.
    """
        .formatted(issued.text(), when.exact(issued.token().expiresAt()));
  }

  private static String state(OperatorView operator) {
    if (!operator.active()) return "disabled";
    return operator.mustChangePassword() ? "must change password" : "active";
  }
}
