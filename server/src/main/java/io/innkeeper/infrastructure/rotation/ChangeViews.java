package io.innkeeper.infrastructure.rotation;

import io.innkeeper.client.CredentialChangePlan;
import io.innkeeper.client.CredentialTaskView;
import io.innkeeper.client.SyncProblemView;

/** Orders as the API shows them. */
final class ChangeViews {
  private ChangeViews() {}

  static CredentialChangePlan of(Preview preview) {
    return new CredentialChangePlan(
        preview.verb().word(),
        preview.limits(),
        preview.whole() && preview.busy().isEmpty(),
        preview.busy().orElse(null),
        preview.chosen().stream()
            .map(
                one ->
                    new CredentialChangePlan.Account(
                        one.credential().id(),
                        one.credential().account().shown(),
                        one.refused().orElse(null)))
            .toList());
  }

  static CredentialTaskView of(Change one) {
    return new CredentialTaskView(
        one.id(),
        one.environment(),
        one.verb().word(),
        one.days().orElse(null),
        one.state().word(),
        one.job(),
        one.task().orElse(null),
        one.reason(),
        one.orderedAt(),
        one.orderedBy(),
        one.sentAt().orElse(null),
        one.endedAt().orElse(null),
        one.problem()
            .map(each -> new SyncProblemView(each.code(), each.said(), each.advice().orElse(null)))
            .orElse(null),
        one.parts().stream()
            .map(
                part ->
                    new CredentialTaskView.Account(
                        part.credential(),
                        part.shown(),
                        part.outcome().word(),
                        part.said(),
                        part.steps().stream()
                            .map(step -> new CredentialTaskView.Step(step.name(), step.state()))
                            .toList()))
            .toList());
  }
}
