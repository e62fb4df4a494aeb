package io.innkeeper.rate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks Narodowy Bank Polski for its tables. Thread-safe. */
public final class NbpClient implements AutoCloseable {
  /** What the bank allows in one question about tables. */
  private static final int MOST_DAYS = 93;

  private static final int LONGEST_REASON = 200;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final BankWire wire;

  /**
   * @param base for example {@code https://api.nbp.pl/api}
   */
  public NbpClient(String base, Duration timeout) {
    wire = new BankWire("NBP", base, timeout);
  }

  /** Table A. */
  public RateSource tableA() {
    return new Table(Source.NBP_A, "a");
  }

  /** Table B. */
  public RateSource tableB() {
    return new Table(Source.NBP_B, "b");
  }

  /** Table C, with what the bank bids beside what it asks. */
  public RateSource tableC() {
    return new Table(Source.NBP_C, "c");
  }

  private final class Table implements RateSource {
    private final Source source;
    private final String letter;

    Table(Source source, String letter) {
      this.source = source;
      this.letter = letter;
    }

    @Override
    public Source source() {
      return source;
    }

    @Override
    public int most() {
      return MOST_DAYS;
    }

    @Override
    public List<RateTable> tables(LocalDate from, LocalDate to) {
      String tried =
          "read NBP's table %s of %s to %s".formatted(letter.toUpperCase(Locale.ROOT), from, to);
      String path = "/exchangerates/tables/%s/%s/%s/?format=json".formatted(letter, from, to);
      HttpResponse<byte[]> answer = wire.get(tried, path, "application/json");
      // The status first: refusals come as text, whatever form was asked for.
      return switch (answer.statusCode()) {
        case 200 -> read(tried, answer.body(), from, to);
        case 404 -> List.of();
        case 400 -> throw wire.refused(tried, "NBP refused: " + reason(answer.body()));
        default -> throw wire.refused(tried, answer.statusCode());
      };
    }

    private List<RateTable> read(String tried, byte[] body, LocalDate from, LocalDate to) {
      JsonNode list = tree(body).filter(JsonNode::isArray).orElseThrow(() -> wire.garbled(tried));
      List<RateTable> tables = new ArrayList<>();
      for (JsonNode one : list) {
        RateTable table = table(one).orElseThrow(() -> wire.garbled(tried));
        if (table.effective().isBefore(from) || table.effective().isAfter(to))
          throw wire.garbled(tried);
        tables.add(table);
      }
      tables.sort(Comparator.comparing(RateTable::effective));
      return List.copyOf(tables);
    }

    private Optional<RateTable> table(JsonNode one) {
      boolean bids = source == Source.NBP_C;
      Map<String, BigDecimal> values = prices(one, bids ? "ask" : "mid");
      String number = one.path("no").asText();
      if (values.isEmpty()
          || number.isBlank()
          || !one.path("table").asText().equalsIgnoreCase(letter)) return Optional.empty();
      Map<String, BigDecimal> other = bids ? prices(one, "bid") : Map.of();
      if (bids && other.isEmpty()) return Optional.empty();
      try {
        LocalDate effective = LocalDate.parse(one.path("effectiveDate").asText());
        Optional<RateTable.Bidding> bidding =
            bids
                ? Optional.of(
                    new RateTable.Bidding(LocalDate.parse(one.path("tradingDate").asText()), other))
                : Optional.empty();
        return Optional.of(new RateTable(source, effective, number, values, bidding));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  /** One price of every currency in a table; none at all if one of them is no price. */
  private static Map<String, BigDecimal> prices(JsonNode table, String field) {
    Map<String, BigDecimal> prices = new TreeMap<>();
    for (JsonNode rate : table.path("rates")) {
      String code = rate.path("code").asText();
      JsonNode price = rate.path(field);
      if (!code.matches("[A-Z]{3}") || !price.isNumber() || price.decimalValue().signum() <= 0)
        return Map.of();
      prices.put(code, price.decimalValue());
    }
    return prices;
  }

  private static Optional<JsonNode> tree(byte[] body) {
    try {
      return Optional.ofNullable(JSON.readTree(body));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static String reason(byte[] body) {
    String text = new String(body, UTF_8).replaceAll("[\\p{Cntrl}<>]+", " ").strip();
    return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
  }

  @Override
  public void close() {
    wire.close();
  }
}
