package org.openimr.ingest.source.http;

import java.time.Duration;

/**
 * What HTTP clients may ask of this service.
 *
 * @param letterBytes largest letter
 * @param requestBytes largest body, all letters of a multipart request together
 * @param requests at a time
 * @param bytesInFlight of all requests that are being answered; at least {@code requestBytes}; of
 *     these and of requests one caller gets no more than is fair
 * @param bodyTime for a whole body to arrive
 * @param idempotencyKeys remembered, the oldest forgotten first
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
      throw new IllegalArgumentException("1 <= letter <= request <= bytes in flight");
    }
    if (maxRequests < 1 || maxIdempotencyKeys < 1 || bodyTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }
}
