package org.openimr.cli.options;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time on the command line: an instant, a UTC date or minute, or an age. */
public final class TimeArgument {
  private static final Map<Character, Duration> UNITS =
      Map.of(
          's', Duration.ofSeconds(1),
          'm', Duration.ofMinutes(1),
          'h', Duration.ofHours(1),
          'd', Duration.ofDays(1));

  private TimeArgument() {}

  /** Converts a date to its first instant. */
  public static final class StartConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      return parse(text, 0);
    }
  }

  /** Converts a date to the first instant of the next day, so that a range includes the date. */
  public static final class EndConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      return parse(text, 1);
    }
  }

  private static Instant parse(String text, int days) {
    try {
      if (UNITS.containsKey(text.charAt(text.length() - 1))) {
        return parseAge(text);
      }
      if (text.indexOf('T') < 0) {
        return LocalDate.parse(text).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      return text.endsWith("Z")
          ? Instant.parse(text)
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
      throw new TypeConversionException(
          "'"
              + text
              + "' is not a time; examples: 2026-11-21, 2026-11-21T10:00, 2h (two hours ago)");
    }
  }

  private static Instant parseAge(String text) {
    int last = text.length() - 1;
    long count = Long.parseLong(text.substring(0, last));
    return Instant.now()
        .minus(Objects.requireNonNull(UNITS.get(text.charAt(last))).multipliedBy(count));
  }
}
