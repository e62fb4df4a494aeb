package io.innkeeper.sealing;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.client.JobView;
import io.innkeeper.client.MasterKeyView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobViews;

/** The master key: {@code GET /api/v1/master-key}, and a fresh one. */
final class RotationResource {
  private final SealingRoom room;

  RotationResource(SealingRoom room) {
    this.room = room;
  }

  void hang(Routes routes) {
    routes.api(
        "GET",
        "/api/v1/master-key",
        ADMIN,
        "Which key seals secrets, and which earlier ones still open some.",
        MasterKeyView.class,
        call -> Reply.ok(room.keys()));
    routes.api(
        "POST",
        "/api/v1/master-key/rotation",
        ADMIN,
        "Makes a fresh master key and seals every secret of the store anew with it.",
        JobView.class,
        this::rotate);
  }

  private Reply rotate(Call call) {
    Job job = room.rotation().order(call.actor());
    return Reply.accepted("/api/v1/jobs/" + job.id(), JobViews.of(job));
  }
}
