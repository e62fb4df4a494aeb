package io.innkeeper.simulators.banks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Both banks on one port of loopback: in a test's own process, or as a program. */
public final class BankSimulator implements AutoCloseable {
  private static final String NBP = "/api/exchangerates";
  private static final String ECB = "/stats/eurofxref";
  private static final String CONTROL = "/_simulator";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Clock clock;
  private final Map<Bank, BankDays> days =
      Map.of(Bank.NBP, new BankDays(false), Bank.ECB, new BankDays(true));
  private final Map<Bank, String> behaviours = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** Who can be told to behave otherwise. */
  public enum Bank {
    NBP,
    ECB
  }

  private BankSimulator(int port, Clock clock) {
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Nbp nbp = new Nbp(day(Bank.NBP), time -> out("Europe/Warsaw", time));
    Ecb ecb = new Ecb(day(Bank.ECB), () -> out("Europe/Berlin", LocalTime.of(16, 0)));
    server.createContext(
        NBP, exchange -> serve(exchange, Bank.NBP, () -> nbp.answer(below(exchange, NBP))));
    server.createContext(
        ECB, exchange -> serve(exchange, Bank.ECB, () -> ecb.answer(below(exchange, ECB))));
    server.createContext(CONTROL, this::control);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Starts one.
   *
   * @param port 0 for any free one
   * @param clock whose time decides which tables are out
   */
  public static BankSimulator start(int port, Clock clock) {
    return new BankSimulator(port, clock);
  }

  /** What a client is given as NBP's address. */
  public String nbpUrl() {
    return "http://127.0.0.1:" + port() + "/api";
  }

  /** What a client is given as the ECB's address. */
  public String ecbUrl() {
    return "http://127.0.0.1:" + port() + ECB;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /**
   * How a bank behaves from now on: {@code usual}, {@code html}, {@code empty}, {@code none} (404),
   * {@code error} (500), {@code zero} (a rate of nothing), {@code slow=}milliseconds.
   */
  public void behave(Bank bank, String word) {
    if (!word.matches("usual|html|empty|none|error|zero|slow=\\d{1,6}"))
      throw new IllegalArgumentException("The stand-in can't do “" + word + "”.");
    behaviours.put(bank, word);
  }

  /** Makes a working day free without a word beforehand; the numbers go on without a gap. */
  public void skip(Bank bank, LocalDate day) {
    day(bank).skip(day);
  }

  /** The paths that were asked for, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** Forgets what was asked and every behaviour. */
  public void forget() {
    asked.clear();
    behaviours.clear();
  }

  private BankDays day(Bank bank) {
    BankDays found = days.get(bank);
    if (found == null) throw new IllegalStateException("no days of " + bank);
    return found;
  }

  private LocalDate out(String zone, LocalTime time) {
    ZonedDateTime now = clock.instant().atZone(ZoneId.of(zone));
    LocalDate today = now.toLocalDate();
    return now.toLocalTime().isBefore(time) ? today.minusDays(1) : today;
  }

  private static String below(HttpExchange exchange, String base) {
    return exchange.getRequestURI().getPath().substring(base.length());
  }

  /** What a desk answers. */
  private interface Desk {
    BankAnswer answer();
  }

  private void serve(HttpExchange exchange, Bank bank, Desk desk) throws IOException {
    asked.add(exchange.getRequestURI().getPath());
    String behaviour = behaviours.getOrDefault(bank, "usual");
    if (behaviour.startsWith("slow=")) pause(Long.parseLong(behaviour.substring(5)));
    send(
        exchange,
        switch (behaviour) {
          case "html" -> BankAnswer.html(200);
          case "empty" -> bank == Bank.NBP ? BankAnswer.json("[]") : BankAnswer.xml("");
          case "none" -> BankAnswer.text(404, "404 NotFound - Not Found - Brak danych");
          case "error" -> BankAnswer.html(500);
          case "zero" -> zero(desk.answer());
          default -> desk.answer();
        });
  }

  private static BankAnswer zero(BankAnswer answer) {
    String text = new String(answer.body(), UTF_8);
    String zero =
        text.replaceFirst("\"mid\":[0-9.]+", "\"mid\":0.0000")
            .replaceFirst("\"bid\":[0-9.]+", "\"bid\":0.0000")
            .replaceFirst("rate='[0-9.]+'", "rate='0'");
    return new BankAnswer(answer.status(), answer.type(), zero.getBytes(UTF_8));
  }

  private void control(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(CONTROL.length());
    String text = new String(exchange.getRequestBody().readAllBytes(), UTF_8).strip();
    String[] parts = path.replaceFirst("^/+", "").split("/");
    try {
      if (parts.length == 2) {
        Bank bank = Bank.valueOf(parts[0].toUpperCase(Locale.ROOT));
        if (parts[1].equals("behaviour")) behave(bank, text);
        if (parts[1].equals("free")) skip(bank, LocalDate.parse(text));
      }
      send(exchange, BankAnswer.json("{\"asked\":" + asked.size() + "}"));
    } catch (RuntimeException e) {
      send(exchange, BankAnswer.text(400, String.valueOf(e.getMessage())));
    }
  }

  private static void send(HttpExchange exchange, BankAnswer answer) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      int length = answer.body().length;
      exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
      if (length > 0) exchange.getResponseBody().write(answer.body());
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /**
   * Runs until it is ended: {@code --port=N}. {@code PUT /_simulator/nbp/behaviour} and {@code
   * /_simulator/ecb/behaviour} take a word of {@link #behave}, {@code …/free} takes a day.
   */
  public static void main(String[] flags) {
    int port = 0;
    for (String flag : flags) {
      if (!flag.startsWith("--port="))
        throw new IllegalArgumentException("There is no flag " + flag + ".");
      port = Integer.parseInt(flag.substring("--port=".length()));
    }
    BankSimulator simulator = start(port, Clock.systemUTC());
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    System.out.println(
        "The stand-ins answer: NBP at "
            + simulator.nbpUrl()
            + ", the ECB at "
            + simulator.ecbUrl());
  }
}
