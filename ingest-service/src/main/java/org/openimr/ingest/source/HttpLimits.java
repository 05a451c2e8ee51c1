package org.openimr.ingest.source;

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
    int letterBytes,
    int requestBytes,
    int requests,
    long bytesInFlight,
    Duration bodyTime,
    int idempotencyKeys) {

  public static final HttpLimits DEFAULT =
      new HttpLimits(8 << 20, 32 << 20, 256, 128L << 20, Duration.ofSeconds(30), 10_000);

  public HttpLimits {
    if (letterBytes < 1 || requestBytes < letterBytes || bytesInFlight < requestBytes) {
      throw new IllegalArgumentException("1 <= letter <= request <= bytes in flight");
    }
    if (requests < 1 || idempotencyKeys < 1 || bodyTime.toMillis() < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }
}
