package io.innkeeper.cli.access;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.IssuedTokenView;
import io.innkeeper.client.MeView;
import io.innkeeper.client.NewToken;
import io.innkeeper.client.TokenView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper token …} */
@Command(name = "token", description = "API tokens: keys for programs.")
public final class TokenCommand {
  private final Desk desk;

  public TokenCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List your tokens.")
  void list(
      @Option(names = "--all", description = "Everybody's; admins only.") boolean all,
      @Mixin Limit limit) {
    new Lists(desk)
        .show(
            new Query("/tokens").when(all, "all"),
            TokenView.class,
            new AccessText(desk.when()).tokens(),
            limit,
            "No tokens. Make one: innkeeper token create NAME --role viewer");
  }

  @Command(description = "Make a token; its text is shown once.")
  void create(
      @Parameters(paramLabel = "NAME", description = "What it is for.") String name,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description = "What it opens, at most your own: admin, operator, viewer or client.")
          String role,
      @Option(names = "--org", paramLabel = "ORG", description = "The one a client's token sees.")
          Optional<String> org,
      @Option(names = "--days", paramLabel = "N", description = "How long it lasts, at most 366.")
          Optional<Integer> days) {
    desk.show(
        desk.client()
            .post("/tokens", new NewToken(name, role, org.orElse(null), days.orElse(null))),
        IssuedTokenView.class,
        IssuedTokenView::text,
        new AccessText(desk.when())::token);
  }

  @Command(description = "Make a token worthless.")
  void revoke(
      @Parameters(paramLabel = "TOKEN", description = "Its id, name or first characters.")
          String token) {
    TokenView found = found(token);
    desk.client().delete(Query.of("/tokens/{}", found.id()).path());
    desk.tell("The token " + found.name() + " opens nothing any more.");
  }

  private TokenView found(String token) {
    boolean admin = desk.client().get("/me").as(MeView.class).role().equals("admin");
    List<TokenView> found =
        new Lists(desk)
            .all(new Query("/tokens").when(admin, "all"), TokenView.class).stream()
                .filter(
                    each ->
                        Stream.of(each.id().toString(), each.name(), each.hint())
                            .anyMatch(token::equals))
                .toList();
    if (found.size() == 1) return found.getFirst();
    if (found.isEmpty())
      throw new Refusal(
          ExitCode.NOT_FOUND,
          "There is no token “" + token + "”.",
          "See them with: innkeeper token list");
    throw new Refusal(
        ExitCode.CONFLICT,
        found.size() + " tokens are called “" + token + "”.",
        "Give the id of one; innkeeper token list shows them.");
  }
}
