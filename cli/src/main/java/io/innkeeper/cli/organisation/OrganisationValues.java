package io.innkeeper.cli.organisation;

import io.innkeeper.client.NewOrganisation;
import io.innkeeper.client.OrganisationChange;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is decided about an organisation beside its name. */
final class OrganisationValues {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "Where its days begin, for example Europe/Warsaw.")
  private Optional<String> timeZone = Optional.empty();

  @Option(names = "--currency", paramLabel = "CODE", description = "Of its bills: PLN.")
  private Optional<String> currency = Optional.empty();

  @Option(
      names = "--email",
      paramLabel = "ADDRESS",
      description = "Whom to write to; \"\" for nobody.")
  private Optional<String> email = Optional.empty();

  @Option(
      names = "--markup",
      paramLabel = "FACTOR",
      description = "On the upstream's cost, for example 1.3.")
  private Optional<BigDecimal> markup = Optional.empty();

  @Option(
      names = "--budget",
      paramLabel = "USD",
      description = "Per month, at the upstream's cost.")
  private Optional<BigDecimal> budget = Optional.empty();

  NewOrganisation create(String name, Optional<String> slug) {
    return new NewOrganisation(
        name,
        slug.orElse(null),
        timeZone.orElse(null),
        currency.orElse(null),
        email.orElse(null),
        markup.orElse(null),
        budget.orElse(null));
  }

  OrganisationChange change(boolean noBudget) {
    boolean nothing =
        !noBudget
            && Stream.of(timeZone, currency, email, markup, budget).allMatch(Optional::isEmpty);
    if (nothing && command != null)
      throw new ParameterException(command.commandLine(), "Nothing to change was given.");
    return new OrganisationChange(
        null,
        timeZone.orElse(null),
        currency.orElse(null),
        email.orElse(null),
        markup.orElse(null),
        budget.orElse(null),
        noBudget ? Boolean.TRUE : null);
  }

  static OrganisationChange rename(String name) {
    return new OrganisationChange(name, null, null, null, null, null, null);
  }
}
