package io.innkeeper.cli.brand;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.cli.job.Waiting;
import io.innkeeper.client.Answer;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.BrandView;
import io.innkeeper.client.PictureAddress;
import io.innkeeper.client.PictureView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper brand set} */
@Command(
    name = "set",
    description = "Give a workspace a name and look; what is not given stays.",
    footer = {
      "",
      "For example: innkeeper brand set brzoza --logo brzoza.svg --colour '#2F6B3C'",
      "             innkeeper brand set brzoza --letters BP --shape rounded --unset banner"
    })
public final class SetCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "TENANT", description = BrandCommand.TENANT)
  private String tenant = "";

  @Option(names = "--dry-run", description = "Only check it; pictures are kept all the same.")
  private boolean dryRun;

  @Mixin private BrandValues values = new BrandValues();
  @Mixin private Waiting waiting = new Waiting();

  public SetCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    Query one = Query.of(BrandCommand.ONE, tenant);
    BrandView now = desk.client().get(one.path()).as(BrandView.class);
    BrandSpec brand =
        values.over(
            Optional.ofNullable(now.brand()).orElse(BrandSpec.NOTHING),
            this::kept,
            file -> new String(read(file), StandardCharsets.UTF_8));
    Answer answer = desk.client().put(one.when(dryRun, "dry-run").path(), brand);
    if (dryRun) {
      desk.show(answer, BrandView.class, BrandView::shownName, new BrandText(desk.when())::facts);
    } else {
      BrandCommand.answer(desk, answer, waiting);
    }
  }

  private String kept(String picture) {
    Query all = Query.of(BrandCommand.ONE + "/pictures", tenant);
    if (picture.contains("://")) {
      Query fetch = Query.of(BrandCommand.ONE + "/pictures/fetch", tenant);
      return desk.client()
          .post(fetch.path(), new PictureAddress(picture))
          .as(PictureView.class)
          .digest();
    }
    String name = String.valueOf(Path.of(picture).getFileName());
    return desk.client()
        .upload(all.with("name", Optional.of(name)).path(), read(picture))
        .as(PictureView.class)
        .digest();
  }

  private static byte[] read(String file) {
    try {
      return Files.readAllBytes(Path.of(file));
    } catch (IOException | InvalidPathException e) {
      throw new Refusal(ExitCode.FILE, "The file " + file + " can't be read.", "");
    }
  }
}
