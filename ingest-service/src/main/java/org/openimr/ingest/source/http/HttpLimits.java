package org.openimr.ingest.source.http;

import java.time.Duration;

/**
 * Limits of the HTTP API.
 *
 * @param maxLetterBytes maximum size of a letter
 * @param maxRequestBytes maximum size of a body, all letters of a multipart request together
 * @param maxRequests maximum number of requests processed at a time, shared fairly among clients
 * @param maxBytesInFlight maximum size of all requests in flight, at least {@code maxRequestBytes},
 *     shared fairly among clients
 * @param bodyTimeout time within which a body must arrive
 * @param maxIdempotencyKeys number of remembered keys; the oldest is forgotten first
 */
public record HttpLimits(
    int maxLetterBytes,
    int maxRequestBytes,
    int maxRequests,
    long maxBytesInFlight,
    Duration bodyTimeout,
    int maxIdempotencyKeys) {

  public static final HttpLimits DEFAULT =
      new HttpLimits(8 << 20, 32 << 20, 256, 128L << 20, Duration.ofSeconds(30), 10_000);

  public HttpLimits {
    if (maxLetterBytes < 1
        || maxRequestBytes < maxLetterBytes
        || maxBytesInFlight < maxRequestBytes) {
      throw new IllegalArgumentException(
          "required: 1 <= maxLetterBytes <= maxRequestBytes <= maxBytesInFlight");
    }
    if (maxRequests < 1 || maxIdempotencyKeys < 1 || bodyTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("limits must be at least 1");
    }
  }
}
