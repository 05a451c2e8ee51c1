package org.openimr.ingest.source.http;

import java.time.Duration;
import org.openimr.runtime.http.access.AuthenticatedClient;

/**
 * Lets in as many requests, and as many bytes of them, as there is room for, and of one caller no
 * more than is fair to the others. A client that has yet to send its letters takes room for what
 * has come of them only, so that one that sends slowly, or announces much, keeps nobody out.
 */
final class RequestAdmission {
  /** Clients that send, for each request that is being answered. */
  private static final int SENDING = 16;

  private final FairSemaphore sending;
  private final FairSemaphore requests;

  /** In bytes. */
  private final FairSemaphore bytesInFlight;

  RequestAdmission(HttpLimits limits) {
    sending = new FairSemaphore(Math.multiplyExact(limits.maxRequests(), SENDING));
    requests = new FairSemaphore(limits.maxRequests());
    bytesInFlight = new FairSemaphore(limits.maxBytesInFlight());
  }

  /** Lets a client in that is going to send. */
  Permit acquire(AuthenticatedClient caller) throws RequestRejectedException {
    if (!sending.acquire(caller, 0, 1)) {
      throw RequestRejectedException.overloaded("as many clients as this service takes at a time");
    }
    return new Permit(caller);
  }

  /** Lets no one enter any more, and waits for those who are in, as far as they end in time. */
  void close(Duration time) {
    requests.close(time);
  }

  /** What one request takes up; given back at its end. */
  final class Permit implements AutoCloseable {
    private final AuthenticatedClient caller;
    private long bytes;
    private boolean answering;

    private Permit(AuthenticatedClient caller) {
      this.caller = caller;
    }

    /** Takes room for bytes that have come. */
    void reserve(int more) throws RequestRejectedException {
      if (!bytesInFlight.acquire(caller, bytes, more)) {
        throw RequestRejectedException.overloaded("as many bytes as this service takes at a time");
      }
      bytes += more;
    }

    /** All has come; from here on it counts among the requests that are being answered. */
    void sent() throws RequestRejectedException {
      if (!requests.acquire(caller, 0, 1)) {
        throw RequestRejectedException.overloaded(
            "as many requests as this service takes at a time");
      }
      answering = true;
    }

    @Override
    public void close() {
      bytesInFlight.release(caller, bytes);
      if (answering) {
        requests.release(caller, 1);
      }
      sending.release(caller, 1);
    }
  }
}
