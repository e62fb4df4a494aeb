package io.innkeeper.branding;

import io.innkeeper.branding.picture.Picture;
import io.innkeeper.branding.picture.SamplePictures;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.LetterSpec;

/** Makes all files of a brand again and again and prints how many milliseconds each took. */
public final class BrandBenchmark {
  private BrandBenchmark() {}

  public static void main(String[] words) {
    byte[] upload = words[0].equals("svg") ? SamplePictures.sprig() : SamplePictures.disc(2_048);
    int files = 0;
    for (int round = Integer.parseInt(words[1]); round > 0; round--) {
      long began = System.nanoTime();
      files += made(words[0], upload);
      System.out.println((System.nanoTime() - began) / 1_000_000);
    }
    System.out.println(files + " files were made");
  }

  private static int made(String source, byte[] upload) {
    if (source.equals("letters")) {
      LetterSpec letters = new LetterSpec("KW", "serif", "rounded", "#6B4FA0", null);
      BrandSpec spec =
          new BrandSpec(null, null, letters, null, null, null, "#6B4FA0", null, null, null, null);
      return BrandFiles.of(BrandInput.parse(spec).look(), "Klinika", digest -> null).size();
    }
    Picture picture = Picture.read(upload);
    Look look = BrandInput.parse(BrandSpec.logo(picture.digest())).look();
    return BrandFiles.of(look, "Klinika", digest -> picture).size();
  }
}
