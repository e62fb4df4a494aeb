package io.innkeeper.cli.setting;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.VariablesText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper setting import} */
@Command(name = "import", description = "Take the lines of an .env file; bad lines change nothing.")
public final class ImportCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "FILE", description = "NAME=value lines.")
  private Path file = Path.of("");

  @Option(
      names = "--replace",
      description = "Remove what the file does not name; secrets stay all the same.")
  private boolean replace;

  @Mixin private Place place = new Place();
  @Mixin private Carrying carrying = new Carrying();

  public ImportCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    VariablesText text = new VariablesText(read(file), replace, carrying.first());
    long version = desk.client().get(place.query().path()).version().orElseThrow();
    carrying.answer(desk, desk.client().put(carrying.path(place.below("/env")), version, text));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Refusal(ExitCode.FILE, "The file " + file + " can't be read.", "");
    }
  }
}
