package io.innkeeper.console;

import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;

/** Serves stylesheet, scripts, sprite and fonts at the address that names their content. */
final class AssetFiles {
  private final Assets assets;

  AssetFiles(Assets assets) {
    this.assets = assets;
  }

  void hang(Routes routes) {
    routes.file("/static/{content}/<path>", this::serve);
  }

  private Reply serve(Call call) {
    Assets.Asset asset =
        assets
            .find(call.path("path"))
            .orElseThrow(() -> Fault.notFound("no-such-file", "There is no such file."));
    boolean gzip =
        asset.compressed()
            && call.header("Accept-Encoding").filter(text -> text.contains("gzip")).isPresent();
    boolean current = assets.base().equals("/static/" + call.path("content"));
    Reply reply =
        Reply.bytes(asset.type(), gzip ? asset.gzip() : asset.plain())
            .with("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache")
            .with("Vary", "Accept-Encoding");
    return gzip ? reply.with("Content-Encoding", "gzip") : reply;
  }
}
