import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.util.OSInfo;

/**
 * Lays SQLite's library for this machine beside the program: {@code java -cp SQLITE-JAR
 * tools/SqliteLibrary.java FOLDER}. Each start would unpack it to a temporary folder else, compare
 * it byte by byte, and leave it there when killed.
 */
public final class SqliteLibrary {
  public static void main(String[] words) throws Exception {
    Path folder = Files.createDirectories(Path.of(words[0]));
    String name = "libsqlitejdbc.so";
    String resource =
        "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name;
    try (InputStream library = OSInfo.class.getResourceAsStream(resource)) {
      if (library == null) throw new IllegalStateException("there is no " + resource);
      Files.copy(library, folder.resolve(name));
    }
  }
}
