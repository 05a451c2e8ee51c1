package org.openimr.sink.webhook.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Parses the {@code Retry-After} header: seconds or a date (RFC 9110, 10.2.3). */
final class RetryAfterHeader {
  private static final int MAX_DIGITS = 9;

  private RetryAfterHeader() {}

  /** The delay from now, 0 for a date in the past; empty if the header has neither form. */
  static Optional<Duration> parse(String header, Instant now) {
    String value = header.trim();
    if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return value.length() > MAX_DIGITS
          ? Optional.of(Duration.ofDays(1))
          : Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
