import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes the signatures off a folder's jars: {@code java tools/Unsigned.java FOLDER}. An AOT cache
 * holds no class of a signed jar, and each start would check thousands of digests before the first
 * one is loaded. Maven has checked them when it fetched them.
 */
public final class Unsigned {
  private static final Pattern SIGNATURE =
      Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)", Pattern.CASE_INSENSITIVE);

  public static void main(String[] words) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(words[0]), "*.jar")) {
      for (Path jar : jars) if (isSigned(jar)) takeOff(jar);
    }
  }

  private static boolean isSigned(Path jar) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      return file.stream().anyMatch(one -> SIGNATURE.matcher(one.getName()).matches());
    }
  }

  private static void takeOff(Path jar) throws IOException {
    Path without = jar.resolveSibling(jar.getFileName() + ".new");
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(without)))) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        if (SIGNATURE.matcher(entry.getName()).matches()) continue;
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        to.putNextEntry(copy);
        if (entry.getName().equals(JarFile.MANIFEST_NAME)) withoutDigests(from, entry).write(to);
        else from.getInputStream(entry).transferTo(to);
        to.closeEntry();
      }
    }
    Files.move(without, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What else it says of a part, such as its version, stays. */
  private static Manifest withoutDigests(ZipFile from, ZipEntry entry) throws IOException {
    Manifest manifest = new Manifest(from.getInputStream(entry));
    manifest.getEntries().values().forEach(Unsigned::dropDigests);
    manifest.getEntries().values().removeIf(Attributes::isEmpty);
    return manifest;
  }

  private static void dropDigests(Attributes said) {
    said.keySet().removeIf(name -> name.toString().toUpperCase().endsWith("-DIGEST"));
  }
}
