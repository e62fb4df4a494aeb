import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Something on a port that passes calls on; a process of its own, ended when closed. */
record Contender(String name, int port, AutoCloseable process) implements AutoCloseable {
  /** nginx with a configuration of ours. */
  static Contender nginx(String name, Path template, Path directory, int port, Map<String, String> words)
      throws Exception {
    String text = Files.readString(template);
    for (Map.Entry<String, String> word : words.entrySet())
      text = text.replace("@" + word.getKey() + "@", word.getValue());
    Path file = directory.resolve(template.getFileName());
    Files.writeString(file, text);
    return process(
        name,
        port,
        directory,
        List.of("nginx", "-p", directory.toString(), "-c", file.toString(), "-g", "daemon off;"));
  }

  static Contender process(String name, int port, Path directory, List<String> command)
      throws Exception {
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(name + ".out").toFile())
            .start();
    Contender contender = new Contender(name, port, () -> end(process));
    if (!contender.answers(process)) {
      contender.close();
      throw new IOException(name + ": " + Files.readString(directory.resolve(name + ".out")));
    }
    return contender;
  }

  private boolean answers(Process process) throws InterruptedException {
    for (int attempt = 0; attempt < 600 && process.isAlive(); attempt++) {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        return socket.isConnected();
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    return false;
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws Exception {
    process.close();
  }
}
