package io.innkeeper.simulators.banks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code /stats/eurofxref/…}: the daily file and both histories, as XML. */
final class Ecb {
  private static final LocalDate FIRST = LocalDate.of(1999, 1, 4);

  private final BankDays days;
  private final Supplier<LocalDate> latest;

  Ecb(BankDays days, Supplier<LocalDate> latest) {
    this.days = days;
    this.latest = latest;
  }

  BankAnswer answer(String path) {
    return switch (path) {
      case "/eurofxref-daily.xml" -> BankAnswer.xml(file(newest(FIRST).subList(0, 1)));
      case "/eurofxref-hist-90d.xml" -> BankAnswer.xml(file(newest(latest.get().minusDays(90))));
      case "/eurofxref-hist.xml" -> BankAnswer.xml(file(newest(FIRST)));
      default -> BankAnswer.html(404);
    };
  }

  private List<LocalDate> newest(LocalDate first) {
    List<LocalDate> found = new ArrayList<>();
    for (LocalDate day = latest.get(); !day.isBefore(first); day = day.minusDays(1)) {
      if (days.open(day)) found.add(day);
    }
    return found;
  }

  private static String file(List<LocalDate> found) {
    return found.stream()
        .map(Ecb::day)
        .collect(
            Collectors.joining(
                "",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
                	<gesmes:subject>Reference rates</gesmes:subject>
                	<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
                	<Cube>""",
                "</Cube>\n</gesmes:Envelope>\n"));
  }

  private static String day(LocalDate day) {
    return Quotes.of('e').keySet().stream()
        .map(
            code -> "<Cube currency='%s' rate='%s'/>".formatted(code, Quotes.value('e', day, code)))
        .collect(Collectors.joining("", "<Cube time='" + day + "'>\n\t\t", "\n\t</Cube>"));
  }
}
