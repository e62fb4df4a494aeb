package io.innkeeper.ingress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A DNS server that knows what a test tells it: addresses and aliases. */
public final class TestingDns implements AutoCloseable {
  private static final int A = 1;
  private static final int CNAME = 5;
  private static final int AAAA = 28;

  private final DatagramSocket socket;
  private final Map<String, List<String>> addresses = new ConcurrentHashMap<>();
  private final Map<String, String> aliases = new ConcurrentHashMap<>();

  private TestingDns(DatagramSocket socket) {
    this.socket = socket;
    Thread.ofPlatform().daemon().start(this::serve);
  }

  public static TestingDns start() throws IOException {
    return new TestingDns(
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
  }

  public String server() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  public TestingDns knows(String name, String... its) {
    addresses.put(name, List.of(its));
    return this;
  }

  public TestingDns alias(String name, String of) {
    aliases.put(name, of);
    return this;
  }

  private void serve() {
    byte[] buffer = new byte[512];
    while (!socket.isClosed()) {
      try {
        DatagramPacket asked = new DatagramPacket(buffer, buffer.length);
        socket.receive(asked);
        byte[] answer = answer(ByteBuffer.wrap(buffer.clone(), 0, asked.getLength()));
        socket.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private byte[] answer(ByteBuffer asked) {
    short id = asked.getShort(0);
    asked.position(12);
    StringBuilder name = new StringBuilder();
    for (int length = asked.get(); length > 0; length = asked.get()) {
      byte[] label = new byte[length];
      asked.get(label);
      name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
    }
    int type = asked.getShort();
    int end = asked.position() + 2;
    byte[] question = new byte[end - 12];
    asked.get(12, question);
    return reply(id, question, found(name.toString().toLowerCase(Locale.ROOT), type), type);
  }

  private record Found(boolean known, List<byte[]> values, int type) {}

  private Found found(String name, int type) {
    String alias = aliases.get(name);
    if (alias != null)
      return new Found(true, type == CNAME ? List.of(labels(alias)) : List.of(), CNAME);
    List<String> its = addresses.get(name);
    if (its == null) return new Found(false, List.of(), type);
    return new Found(
        true,
        its.stream()
            .map(one -> InetAddress.ofLiteral(one).getAddress())
            .filter(one -> type == A && one.length == 4 || type == AAAA && one.length == 16)
            .toList(),
        type);
  }

  private static byte[] reply(short id, byte[] question, Found found, int type) {
    ByteBuffer out = ByteBuffer.allocate(1024);
    out.putShort(id).putShort((short) (found.known() ? 0x8580 : 0x8583));
    out.putShort((short) 1).putShort((short) found.values().size()).putInt(0).put(question);
    for (byte[] value : found.values())
      out.putShort((short) 0xc00c)
          .putShort((short) found.type())
          .putShort((short) 1)
          .putInt(1)
          .putShort((short) value.length)
          .put(value);
    byte[] whole = new byte[out.position()];
    out.get(0, whole);
    return whole;
  }

  private static byte[] labels(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String label : name.split("\\.")) {
      out.write(label.length());
      out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    out.write(0);
    return out.toByteArray();
  }

  @Override
  public void close() {
    socket.close();
  }
}
