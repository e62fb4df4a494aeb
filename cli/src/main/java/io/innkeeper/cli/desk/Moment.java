package io.innkeeper.cli.desk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as typed: so long ago, a day or a time of this zone, or an instant. */
public record Moment(String typed) {
  public static final String SAYS =
      "For example 10m, 3h, 2d (so long ago), 2026-11-25, 2026-11-25T14:30 or an instant.";

  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

  /** The instant, seen from now. */
  public Instant before(Clock clock) {
    Matcher ago = AGO.matcher(typed);
    if (ago.matches()) return clock.instant().minus(length(ago));
    return written(clock).orElseThrow();
  }

  private static Duration length(Matcher ago) {
    long count = Long.parseLong(ago.group(1));
    return switch (ago.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private Optional<Instant> written(Clock clock) {
    return read(() -> Instant.parse(typed))
        .or(() -> read(() -> LocalDate.parse(typed).atStartOfDay(clock.getZone()).toInstant()))
        .or(() -> read(() -> LocalDateTime.parse(typed).atZone(clock.getZone()).toInstant()));
  }

  private static Optional<Instant> read(java.util.function.Supplier<Instant> reading) {
    try {
      return Optional.of(reading.get());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Reads one from the command line. */
  public static final class Reader implements ITypeConverter<Moment> {
    @Override
    public Moment convert(String typed) {
      Moment moment = new Moment(typed);
      if (AGO.matcher(typed).matches() || moment.written(Clock.systemUTC()).isPresent())
        return moment;
      throw new TypeConversionException("“" + typed + "” is not a time. " + SAYS);
    }
  }
}
