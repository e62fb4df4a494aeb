package io.innkeeper.simulators.openrouter;

/**
 * How a stand-in is started.
 *
 * @param port 0 for any free one
 * @param loops event loops; two or more are for measurements
 * @param keepCharges single charges kept; sums count all of them
 * @param keepRequests requests kept to be read again
 * @param behaviour of every answer that isn't told otherwise
 */
public record SimulatorOptions(
    String host, int port, int loops, int keepCharges, int keepRequests, Behaviour behaviour) {
  private static final int ALL = Integer.MAX_VALUE;
  private static final int SOME = 256;

  /** For tests: loopback, any port, everything kept. */
  public static SimulatorOptions usual() {
    return new SimulatorOptions("127.0.0.1", 0, 1, ALL, SOME, Behaviour.USUAL);
  }

  public SimulatorOptions onPort(int wanted) {
    return new SimulatorOptions(host, wanted, loops, keepCharges, keepRequests, behaviour);
  }

  public SimulatorOptions behaving(String words) {
    Behaviour other = Behaviour.parse(words);
    return new SimulatorOptions(host, port, loops, keepCharges, keepRequests, other);
  }

  /** For measurements: several loops, nothing kept but sums and the last charges. */
  public SimulatorOptions forMeasuring(int eventLoops) {
    return new SimulatorOptions(host, port, eventLoops, 10_000, 0, behaviour);
  }

  /**
   * Reads {@code --port=N --host=H --loops=N --keep-charges=N --keep-requests=N --behaviour=WORDS}.
   *
   * @throws IllegalArgumentException naming a flag that is unknown
   */
  static SimulatorOptions read(String... flags) {
    SimulatorOptions all = usual();
    for (String flag : flags) {
      int equals = flag.indexOf('=');
      if (equals < 0) throw new IllegalArgumentException(flag + " needs a value.");
      all = all.with(flag.substring(0, equals), flag.substring(equals + 1));
    }
    return all;
  }

  private SimulatorOptions with(String flag, String value) {
    return switch (flag) {
      case "--port" -> onPort(Integer.parseInt(value));
      case "--host" ->
          new SimulatorOptions(value, port, loops, keepCharges, keepRequests, behaviour);
      case "--loops" ->
          new SimulatorOptions(
              host, port, Integer.parseInt(value), keepCharges, keepRequests, behaviour);
      case "--keep-charges" ->
          new SimulatorOptions(host, port, loops, Integer.parseInt(value), keepRequests, behaviour);
      case "--keep-requests" ->
          new SimulatorOptions(host, port, loops, keepCharges, Integer.parseInt(value), behaviour);
      case "--behaviour" -> behaving(value);
      default -> throw new IllegalArgumentException("There is no flag " + flag + ".");
    };
  }
}
