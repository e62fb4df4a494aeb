package io.innkeeper.infrastructure.reading;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.client.JobView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobViews;

/** A fresh master key: {@code POST /api/v1/master-key/rotation}. */
final class RotationResource {
  private final KeyRotation rotation;

  RotationResource(KeyRotation rotation) {
    this.rotation = rotation;
  }

  void hang(Routes routes) {
    routes.api(
        "POST",
        "/api/v1/master-key/rotation",
        ADMIN,
        "Makes a fresh master key and seals the infrastructure's passwords anew with it.",
        JobView.class,
        this::rotate);
  }

  private Reply rotate(Call call) {
    Job job = rotation.order(call.actor());
    return Reply.accepted("/api/v1/jobs/" + job.id(), JobViews.of(job));
  }
}
