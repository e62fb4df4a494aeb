package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * How a tenant's people sign in.
 *
 * @param providers one block each
 * @param rules who gets in, and as what
 * @param findings what was found when its providers were looked at, if they were
 */
public record TenantSignInView(
    TenantHead head,
    String lead,
    List<Action> actions,
    String commands,
    List<Block> providers,
    List<Fact> rules,
    List<Finding> findings,
    Optional<Empty> empty)
    implements Screen {

  /** A provider. */
  public record Block(String title, List<Fact> facts, List<Action> verbs) {
    public Block {
      facts = List.copyOf(facts);
      verbs = List.copyOf(verbs);
    }
  }

  /** What was found about one thing. */
  public record Finding(WindowState state, String about, String said) {}

  public TenantSignInView {
    actions = List.copyOf(actions);
    providers = List.copyOf(providers);
    rules = List.copyOf(rules);
    findings = List.copyOf(findings);
  }

  @Override
  public String template() {
    return "tenants/sign-in";
  }

  @Override
  public String title() {
    return "Sign-in of " + head.name();
  }
}
