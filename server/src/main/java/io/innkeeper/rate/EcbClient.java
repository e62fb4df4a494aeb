package io.innkeeper.rate;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Asks the European Central Bank for its reference rates of the euro. Thread-safe. */
public final class EcbClient implements RateSource, AutoCloseable {
  /** How far back the shorter history surely reaches. */
  private static final int SHORT_HISTORY = 85;

  private final BankWire wire;
  private final Clock clock;

  /**
   * @param base for example {@code https://www.ecb.europa.eu/stats/eurofxref}
   */
  public EcbClient(String base, Duration timeout, Clock clock) {
    wire = new BankWire("The ECB", base, timeout);
    this.clock = clock;
  }

  /** Documents that define things of their own are refused; no rate needs any. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  @Override
  public Source source() {
    return Source.ECB;
  }

  /** Its files are whole: any number of days is one question. */
  @Override
  public int most() {
    return Integer.MAX_VALUE;
  }

  @Override
  public List<RateTable> tables(LocalDate from, LocalDate to) {
    String file = file(from);
    String tried = "read the ECB's " + file;
    HttpResponse<byte[]> answer = wire.get(tried, "/" + file, "application/xml, text/xml");
    if (answer.statusCode() == 404) return List.of();
    if (answer.statusCode() != 200) throw wire.refused(tried, answer.statusCode());
    return read(tried, answer.body(), from, to);
  }

  /** The smallest file that has all days since then. */
  private String file(LocalDate from) {
    LocalDate today = Source.ECB.today(clock.instant());
    if (!from.isBefore(Source.ECB.lastBefore(today.plusDays(1)))) return "eurofxref-daily.xml";
    return from.isBefore(today.minusDays(SHORT_HISTORY))
        ? "eurofxref-hist.xml"
        : "eurofxref-hist-90d.xml";
  }

  private List<RateTable> read(String tried, byte[] body, LocalDate from, LocalDate to) {
    List<RateTable> tables = new ArrayList<>();
    boolean any = false;
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(body));
      LocalDate day = null;
      Map<String, BigDecimal> values = new TreeMap<>();
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) throw wire.garbled(tried);
        if (event != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("Cube"))
          continue;
        String time = xml.getAttributeValue(null, "time");
        if (time != null) {
          end(tables, day, values);
          day = LocalDate.parse(time);
          values = new TreeMap<>();
        }
        if (day == null) continue;
        any = true;
        // The long history has a quarter of a century; what isn't wanted is not kept.
        if (!day.isBefore(from) && !day.isAfter(to)) add(values, xml);
      }
      end(tables, day, values);
    } catch (XMLStreamException | DateTimeException | IllegalArgumentException e) {
      throw wire.garbled(tried);
    }
    if (!any) throw wire.garbled(tried);
    tables.sort(Comparator.comparing(RateTable::effective));
    return List.copyOf(tables);
  }

  private static void add(Map<String, BigDecimal> values, XMLStreamReader xml) {
    String currency = xml.getAttributeValue(null, "currency");
    String rate = xml.getAttributeValue(null, "rate");
    if (currency == null || rate == null || !currency.matches("[A-Z]{3}")) return;
    values.put(currency, new BigDecimal(rate));
  }

  private static void end(
      List<RateTable> tables, @Nullable LocalDate day, Map<String, BigDecimal> values) {
    if (day != null && !values.isEmpty()) tables.add(new RateTable(Source.ECB, day, "", values));
  }

  @Override
  public void close() {
    wire.close();
  }
}
