import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes one jar of all that a program's jar names: {@code java tools/OneJar.java PROGRAM-JAR}. A start
 * opens every jar of its class path, because whatever looks for services looks in all of them, and
 * an AOT cache holds no class of a signed one. Maven has checked the signatures when it fetched
 * them.
 */
public final class OneJar {
  private static final String ALL = "lib/all.jar";
  private static final String SERVICES = "META-INF/services/";

  /** What belongs to one jar and not to all of them. */
  private static final Pattern OF_ONE =
      Pattern.compile(
          "META-INF/([^/]+\\.(SF|RSA|DSA|EC)|INDEX\\.LIST|MANIFEST\\.MF)|(.*/)?module-info\\.class",
          Pattern.CASE_INSENSITIVE);

  private final Map<String, ByteArrayOutputStream> services = new LinkedHashMap<>();
  private final Set<String> there = new HashSet<>();
  private final ZipOutputStream all;

  private OneJar(OutputStream all) {
    this.all = new ZipOutputStream(new BufferedOutputStream(all, 1 << 20));
    this.all.setLevel(Deflater.BEST_SPEED);
  }

  public static void main(String[] words) throws IOException {
    Path program = Path.of(words[0]);
    Manifest manifest;
    try (JarFile jar = new JarFile(program.toFile())) {
      manifest = jar.getManifest();
    }
    String[] jars = manifest.getMainAttributes().getValue(Name.CLASS_PATH).split(" ");
    try (OutputStream stream = Files.newOutputStream(program.resolveSibling(ALL))) {
      OneJar one = new OneJar(stream);
      one.begin();
      for (String jar : jars) one.add(program.resolveSibling(jar));
      one.end();
    }
    for (String jar : jars) Files.delete(program.resolveSibling(jar));
    manifest.getMainAttributes().put(Name.CLASS_PATH, ALL);
    replaceManifest(program, manifest);
  }

  private void begin() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Name.MULTI_RELEASE, "true");
    write(JarFile.MANIFEST_NAME, bytes(manifest));
  }

  private void add(Path jar) throws IOException {
    try (ZipFile from = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        String name = entry.getName();
        if (entry.isDirectory() || OF_ONE.matcher(name).matches()) continue;
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        if (name.startsWith(SERVICES)) addService(name, bytes);
        else if (there.add(name)) write(name, bytes);
      }
    }
  }

  private void addService(String name, byte[] providers) throws IOException {
    ByteArrayOutputStream known = services.computeIfAbsent(name, any -> new ByteArrayOutputStream());
    known.write(providers);
    known.write('\n');
  }

  private void end() throws IOException {
    for (Map.Entry<String, ByteArrayOutputStream> each : services.entrySet())
      write(each.getKey(), each.getValue().toByteArray());
    all.finish();
    all.flush();
  }

  private void write(String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    all.putNextEntry(entry);
    all.write(bytes);
    all.closeEntry();
  }

  private static void replaceManifest(Path jar, Manifest manifest) throws IOException {
    Path other = jar.resolveSibling(jar.getFileName() + ".new");
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(other)))) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        boolean replaced = entry.getName().equals(JarFile.MANIFEST_NAME);
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        to.putNextEntry(copy);
        if (replaced) to.write(bytes(manifest));
        else from.getInputStream(entry).transferTo(to);
        to.closeEntry();
      }
    }
    Files.move(other, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] bytes(Manifest manifest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    manifest.write(bytes);
    return bytes.toByteArray();
  }
}
