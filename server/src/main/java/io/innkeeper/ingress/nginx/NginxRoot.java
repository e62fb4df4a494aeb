package io.innkeeper.ingress.nginx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where nginx's files are: each tree in a folder named by its hash, and {@code current}, a link to
 * the one that counts. Changing the link is the one move that puts a tree in place.
 */
public record NginxRoot(Path path) {
  private static final FileAttribute<?> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<?> SECRET =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  public NginxRoot {
    path = path.toAbsolutePath().normalize();
  }

  /** Makes its folders. */
  public void prepare() {
    try {
      for (String each : new String[] {"trees", "logs/sites", "temp"})
        Files.createDirectories(path.resolve(each), OURS_ALONE);
    } catch (IOException e) {
      throw broken("the folder " + path + " can’t be made", e);
    }
  }

  /** The file nginx is started with; it leads through the link. */
  public Path main() {
    return current().resolve(Tree.MAIN);
  }

  public Path pid() {
    return path.resolve("nginx.pid");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  /** Where the tenants' access logs are: apart, so that no slug is the name of another log. */
  public Path siteLogs() {
    return logs().resolve("sites");
  }

  Path socket() {
    return path.resolve("front.sock");
  }

  /**
   * Lays a tree beside the one that counts; one that lies there already whole is taken as it is.
   */
  Path stage(Tree tree) {
    Path whole = folder(tree.hash());
    try {
      if (Files.isDirectory(whole) && read(whole).equals(tree.written())) return whole;
      Path unfinished = path.resolve("trees").resolve("." + tree.hash());
      delete(unfinished);
      for (Map.Entry<String, String> file : tree.written().entrySet()) {
        Path place = unfinished.resolve(file.getKey());
        Files.createDirectories(place.getParent(), OURS_ALONE);
        Files.writeString(Files.createFile(place, SECRET), file.getValue());
      }
      delete(whole);
      return Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw broken("nginx’s files can’t be written to " + whole, e);
    }
  }

  /** The hash of the tree that counts; empty before the first. */
  public Optional<String> hash() {
    try {
      if (!Files.isSymbolicLink(current())) return Optional.empty();
      return Optional.of(String.valueOf(Files.readSymbolicLink(current()).getFileName()));
    } catch (IOException e) {
      throw broken("the link " + current() + " can’t be read", e);
    }
  }

  /** From now on this tree counts. */
  void point(String hash) {
    Path fresh = path.resolve(".current");
    try {
      Files.deleteIfExists(fresh);
      Files.createSymbolicLink(fresh, Path.of("trees", hash));
      Files.move(fresh, current(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw broken("the link " + current() + " can’t be changed", e);
    }
  }

  /** No tree counts any more: the first one was no good. */
  void pointNowhere() {
    try {
      Files.deleteIfExists(current());
    } catch (IOException e) {
      throw broken("the link " + current() + " can’t be removed", e);
    }
  }

  /** Removes every tree but these. */
  void keepOnly(Set<String> kept) {
    try (Stream<Path> trees = Files.list(path.resolve("trees"))) {
      for (Path tree : trees.toList())
        if (!kept.contains(String.valueOf(tree.getFileName()))) delete(tree);
    } catch (IOException e) {
      throw broken("earlier files of nginx can’t be removed", e);
    }
  }

  void drop(String hash) {
    try {
      delete(folder(hash));
    } catch (IOException e) {
      throw broken("refused files of nginx can’t be removed", e);
    }
  }

  /** What lies on the disk where the link leads. */
  Map<String, String> found() {
    try {
      return Files.isDirectory(current()) ? read(current().toRealPath()) : Map.of();
    } catch (IOException e) {
      throw broken("nginx’s files in " + path + " can’t be read", e);
    }
  }

  Path folder(String hash) {
    return path.resolve("trees").resolve(hash);
  }

  /** Said where it stops, so that what was asked for is taken back like what nginx refuses. */
  static Fault broken(String what, IOException e) {
    return Fault.of(
            Fault.Kind.UNAVAILABLE,
            "front-door-files",
            "Tried to change what nginx serves, but " + what + ".")
        .advising("Look at the disk's space and at who may write there.")
        .because(e);
  }

  private Path current() {
    return path.resolve("current");
  }

  private static Map<String, String> read(Path tree) throws IOException {
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        found.put(tree.relativize(file).toString(), new String(Files.readAllBytes(file), UTF_8));
    }
    return found;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes its) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path folder, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
