package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/** What was paid to the upstream, what was billed for it, and what is left. */
public record ProfitListView(
    String lead,
    List<Tab> parents,
    Listing listing,
    List<Figure> figures,
    List<Row> organisations,
    List<Row> models,
    String commands,
    Optional<Empty> empty)
    implements Screen {

  /**
   * A part of the business; amounts are bare numbers in USD.
   *
   * @param model empty in an organisation's sum
   * @param local what is left in the organisation's currency, or “—” where a rate is missing
   * @param standsIn whether a rate in that stands in for one that should be there
   */
  public record Row(
      String organisation,
      String href,
      String model,
      String calls,
      String paid,
      String billed,
      String left,
      boolean negative,
      String markup,
      String local,
      boolean standsIn) {}

  public ProfitListView {
    parents = List.copyOf(parents);
    figures = List.copyOf(figures);
    organisations = List.copyOf(organisations);
    models = List.copyOf(models);
  }

  @Override
  public String template() {
    return "statements/profit";
  }

  @Override
  public String title() {
    return "Profit";
  }
}
