package io.innkeeper;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.branding.BrandFiles;
import io.innkeeper.branding.BrandInput;
import io.innkeeper.branding.Look;
import io.innkeeper.branding.picture.Picture;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.LetterSpec;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The run from which a build makes its AOT cache: makes a brand each way, then serves, with an
 * engine of its own where DOCKER_HOST says. The first brand after a start would else wait for two
 * thousand classes of AWT, fonts and codecs, the start for two hundred that speak to an engine, and
 * the native call that gives memory back would take some itself.
 */
final class Training {
  private Training() {}

  public static void main(String[] words) throws IOException, InterruptedException {
    TrainingEngine.open(URI.create(System.getenv("DOCKER_HOST")));
    brands();
    MappedFiles.giveBack();
    Main.main(words);
  }

  private static void brands() {
    LetterSpec letters = new LetterSpec("IN", "sans", "circle", "#2F6B3C", null);
    BrandSpec spec =
        new BrandSpec(null, null, letters, null, null, null, "#2F6B3C", null, null, null, null);
    Map<String, byte[]> made =
        BrandFiles.of(
            BrandInput.parse(spec).look(), "Innkeeper", digest -> Picture.read(new byte[0]));
    for (String file : List.of("favicon.svg", "favicon.png")) {
      Picture picture =
          Picture.read(made.getOrDefault(BrandFiles.STATIC + file, "".getBytes(UTF_8)));
      Look look = BrandInput.parse(BrandSpec.logo(picture.digest())).look();
      BrandFiles.of(look, "Innkeeper", digest -> picture);
    }
  }
}
