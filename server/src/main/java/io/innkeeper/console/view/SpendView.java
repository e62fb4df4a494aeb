package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * What an organisation spends: today and this month, its budget, its days, its last calls, and
 * those whose cost isn't known yet.
 *
 * @param unlimited what is said where there is no budget
 * @param secret a key's value, until it has been put away
 * @param all where all of its calls are
 */
public record SpendView(
    OrganisationHead head,
    List<Figure> figures,
    Optional<BudgetBar> budget,
    String unlimited,
    Bars days,
    List<Listing.Column> columns,
    List<CallRow> calls,
    String all,
    List<CallRow> unsettled,
    String unsettledAll,
    List<ShareRow> models,
    List<ShareRow> people,
    Optional<Secret> secret,
    List<Action> keyActions,
    List<KeyRow> keys,
    SpendRules rules,
    String stream)
    implements Screen {

  public SpendView {
    figures = List.copyOf(figures);
    columns = List.copyOf(columns);
    calls = List.copyOf(calls);
    unsettled = List.copyOf(unsettled);
    models = List.copyOf(models);
    people = List.copyOf(people);
    keyActions = List.copyOf(keyActions);
    keys = List.copyOf(keys);
  }

  @Override
  public String template() {
    return "organisations/spend";
  }

  @Override
  public String title() {
    return "Spend of " + head.name();
  }
}
