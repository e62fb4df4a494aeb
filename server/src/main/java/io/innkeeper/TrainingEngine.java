package io.innkeeper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Map;

/**
 * A container engine that has nothing, for {@link Training}: it answers what a start asks, so that
 * the code which reads the answers is in the AOT cache. The host's own engine is no place to
 * practise on.
 */
final class TrainingEngine {
  private static final Map<String, String> ANSWERS =
      Map.of(
          "/version",
          """
          {"Platform":{"Name":""},"Components":[{"Name":"Engine","Version":"20.10.24","Details":{}}],
           "Version":"20.10.24","ApiVersion":"1.41","MinAPIVersion":"1.12","Os":"linux","Arch":"amd64"}
          """,
          "/info",
          """
          {"ID":"TRAI","Driver":"overlay2","DriverStatus":[["Backing Filesystem","extfs"]],
           "Plugins":{"Volume":["local"],"Network":["bridge"]},"CgroupDriver":"cgroupfs",
           "RegistryConfig":{"IndexConfigs":{"docker.io":{"Name":"docker.io","Secure":true}}},
           "NCPU":2,"MemTotal":4294967296,"DockerRootDir":"/var/lib/docker"}
          """,
          "/networks/bridge",
          """
          {"Name":"bridge","Id":"1","Scope":"local","Driver":"bridge","EnableIPv6":false,
           "IPAM":{"Driver":"default","Config":[{"Subnet":"172.17.0.0/16","Gateway":"127.0.0.1"}]},
           "Containers":{},"Options":{"com.docker.network.bridge.name":"docker0"},"Labels":{}}
          """,
          "/containers/json",
          "[]",
          "/networks",
          "[]");

  private TrainingEngine() {}

  /** Answers at an address such as {@code unix:///run/engine.sock} while the process lives. */
  static void open(URI address) throws IOException {
    ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    door.bind(UnixDomainSocketAddress.of(Path.of(address.getPath())));
    Thread.ofPlatform().daemon().start(() -> welcome(door));
  }

  private static void welcome(ServerSocketChannel door) {
    try {
      while (true) {
        SocketChannel visitor = door.accept();
        Thread.ofPlatform().daemon().start(() -> converse(visitor));
      }
    } catch (IOException end) {
      // The training ends with the process.
    }
  }

  private static void converse(SocketChannel visitor) {
    ByteBuffer asked = ByteBuffer.allocate(16 * 1024);
    try (visitor) {
      while (visitor.read(asked) > 0) {
        String request = new String(asked.array(), 0, asked.position(), UTF_8);
        if (!request.endsWith("\r\n\r\n")) continue;
        asked.clear();
        visitor.write(ByteBuffer.wrap(answer(request.split("[ ?]", 3)[1]).getBytes(UTF_8)));
      }
    } catch (IOException gone) {
      // So is its connection.
    }
  }

  private static String answer(String path) {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    if (path.equals("/events")) return head + "Transfer-Encoding: chunked\r\n\r\n";
    String body = ANSWERS.getOrDefault(path, "{}");
    return head + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n" + body;
  }
}
