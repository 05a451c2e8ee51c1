package org.openimr.ingest.source.http;

import java.time.Duration;
import org.openimr.runtime.http.access.AuthenticatedClient;

/**
 * Limits the number of requests and their bytes, fairly among clients. A request whose body is
 * still arriving counts with the bytes received so far only, so that clients that send slowly or
 * announce large bodies don't block others.
 */
final class RequestAdmission {
  /** Number of requests that may be sending their bodies, per request being processed. */
  private static final int SENDERS_PER_REQUEST = 16;

  private final FairSemaphore senders;
  private final FairSemaphore requests;

  private final FairSemaphore bytesInFlight;

  RequestAdmission(HttpLimits limits) {
    senders = new FairSemaphore(Math.multiplyExact(limits.maxRequests(), SENDERS_PER_REQUEST));
    requests = new FairSemaphore(limits.maxRequests());
    bytesInFlight = new FairSemaphore(limits.maxBytesInFlight());
  }

  /** Admits a request whose body is about to be received. */
  Permit acquire(AuthenticatedClient client) throws RequestRejectedException {
    if (!senders.acquire(client, 0, 1)) {
      throw RequestRejectedException.overloaded("too many clients at a time");
    }
    return new Permit(client);
  }

  /** Rejects new requests and waits for those in flight, at most for the timeout. */
  void close(Duration timeout) {
    requests.close(timeout);
  }

  /** The permits of one request, released when it ends. */
  final class Permit implements AutoCloseable {
    private final AuthenticatedClient client;
    private long bytes;
    private boolean isProcessing;

    private Permit(AuthenticatedClient client) {
      this.client = client;
    }

    /** Acquires permits for bytes that have been received. */
    void reserve(int received) throws RequestRejectedException {
      if (!bytesInFlight.acquire(client, bytes, received)) {
        throw RequestRejectedException.overloaded("too many bytes in flight");
      }
      bytes += received;
    }

    /** Counts the request as being processed from now on. */
    void bodyReceived() throws RequestRejectedException {
      if (!requests.acquire(client, 0, 1)) {
        throw RequestRejectedException.overloaded("too many requests at a time");
      }
      isProcessing = true;
    }

    @Override
    public void close() {
      bytesInFlight.release(client, bytes);
      if (isProcessing) {
        requests.release(client, 1);
      }
      senders.release(client, 1);
    }
  }
}
