package io.innkeeper.cli.setting;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.Answer;
import io.innkeeper.client.SeveralVariablesChange;
import io.innkeeper.client.TenantsWhere;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A change of several tenants' own layers at once: who is meant, and how. */
final class Several {
  private static final String KEYS = "organisation, version, kind, state";

  @Option(
      names = "--where",
      paramLabel = "KEY=VALUE",
      description = {"All tenants that are so: " + KEYS + "; can be repeated, then all must fit."})
  private Map<String, String> where = new LinkedHashMap<>();

  @Option(
      names = "--leave-out",
      description = "Leave out tenants that refuse; else nothing is done while one does.")
  private boolean leaveOut;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit.")
  private Optional<String> reason = Optional.empty();

  /** Whether more than one layer is meant. */
  boolean meant(Place place) {
    return !where.isEmpty() || place.tenants().size() > 1;
  }

  /** Shows the plan, or orders the change and follows its job. */
  void change(
      Desk desk, Place place, Carrying carrying, Map<String, String> set, List<String> remove) {
    place.refuseOuter();
    SeveralVariablesChange change =
        new SeveralVariablesChange(
            place.tenants(),
            where.isEmpty() ? null : asked(),
            set,
            remove,
            carrying.first(),
            leaveOut,
            reason.orElse(null));
    Answer answer = desk.client().post(carrying.path(Query.of("/variables/tenants")), change);
    carrying.answerSeveral(desk, answer);
  }

  private TenantsWhere asked() {
    for (String key : where.keySet()) {
      if (!List.of(KEYS.split(", ")).contains(key))
        throw new Refusal(
            ExitCode.USAGE,
            "Tenants have no “" + key + "” to choose by. There are " + KEYS + ".",
            "");
    }
    return new TenantsWhere(
        where.get("organisation"), where.get("version"), where.get("kind"), where.get("state"));
  }
}
