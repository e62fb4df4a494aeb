package io.innkeeper.household;

import io.innkeeper.client.DiskView;
import io.innkeeper.client.FolderView;
import io.innkeeper.client.ProgramView;
import io.innkeeper.client.ServerView;
import io.innkeeper.client.StoreSizeView;
import io.innkeeper.client.TableSizeView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The server as API and CLI are told of it. */
final class ServerViews {
  private ServerViews() {}

  static ServerView of(Household household, Instant now) {
    Household.Identity identity = household.identity();
    Optional<Stand> stand = household.measures().latest();
    return new ServerView(
        identity.version(),
        identity.built(),
        Runtime.version().toString(),
        identity.started(),
        Duration.between(identity.started(), now).toSeconds(),
        household.root().toString(),
        household.schema(),
        household.restarts().possible(),
        stand.map(Stand::at).orElse(null),
        stand.map(one -> store(one.store())).orElse(null),
        stand.map(Stand::places).orElse(List.of()).stream().map(ServerViews::folder).toList(),
        stand.map(one -> new DiskView(one.disk().total(), one.disk().free())).orElse(null),
        stand.map(Stand::programs).orElse(List.of()).stream()
            .map(one -> new ProgramView(one.name(), one.version().orElse(null)))
            .toList());
  }

  private static StoreSizeView store(Stand.StoreSize size) {
    return new StoreSizeView(
        size.kind(),
        size.bytes(),
        size.tables().stream().map(one -> new TableSizeView(one.name(), one.bytes())).toList());
  }

  private static FolderView folder(Stand.Place place) {
    return new FolderView(place.name(), place.path().toString(), place.bytes(), place.files());
  }
}
