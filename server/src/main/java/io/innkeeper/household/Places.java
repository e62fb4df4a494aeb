package io.innkeeper.household;

import io.innkeeper.household.Stand.Disk;
import io.innkeeper.household.Stand.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** How much lies in folders. Links are counted as links: what they lead to is not ours. */
final class Places {
  private Places() {}

  /** A folder with all below it; one that isn't there is empty. */
  static Place of(String name, Path path) {
    Tally tally = new Tally();
    try {
      if (Files.exists(path)) Files.walkFileTree(path, tally);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Place(name, path, tally.bytes, tally.files);
  }

  /** The disk where a folder is. */
  static Disk disk(Path path) {
    return new Disk(path.toFile().getTotalSpace(), path.toFile().getUsableSpace());
  }

  private static final class Tally extends SimpleFileVisitor<Path> {
    private long bytes;
    private long files;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      bytes += attributes.size();
      files++;
      return FileVisitResult.CONTINUE;
    }

    /** Files come and go while they are counted, and some are for their owner alone. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(
        Path directory, @org.jspecify.annotations.Nullable IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
