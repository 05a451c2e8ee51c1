package org.openimr.ingest.source;

import java.time.Duration;
import org.openimr.service.door.Caller;

/**
 * Lets in as many requests, and as many bytes of them, as there is room for, and of one caller no
 * more than is fair to the others. A client that has yet to send its letters takes room for what
 * has come of them only, so that one that sends slowly, or announces much, keeps nobody out.
 */
final class Admission {
  /** Clients that send, for each request that is being answered. */
  private static final int SENDING = 16;

  private final FairShares sending;
  private final FairShares requests;

  /** In bytes. */
  private final FairShares room;

  Admission(HttpLimits limits) {
    sending = new FairShares(Math.multiplyExact(limits.requests(), SENDING));
    requests = new FairShares(limits.requests());
    room = new FairShares(limits.bytesInFlight());
  }

  /** Lets a client in that is going to send. */
  Place enter(Caller caller) throws Refusal {
    if (!sending.take(caller, 0, 1)) {
      throw Refusal.full("as many clients as this service takes at a time");
    }
    return new Place(caller);
  }

  /** Lets no one enter any more, and waits for those who are in, as far as they end in time. */
  void close(Duration time) {
    requests.close(time);
  }

  /** What one request takes up; given back at its end. */
  final class Place implements AutoCloseable {
    private final Caller caller;
    private long bytes;
    private boolean answering;

    private Place(Caller caller) {
      this.caller = caller;
    }

    /** Takes room for bytes that have come. */
    void take(int more) throws Refusal {
      if (!room.take(caller, bytes, more)) {
        throw Refusal.full("as many bytes as this service takes at a time");
      }
      bytes += more;
    }

    /** All has come; from here on it counts among the requests that are being answered. */
    void sent() throws Refusal {
      if (!requests.take(caller, 0, 1)) {
        throw Refusal.full("as many requests as this service takes at a time");
      }
      answering = true;
    }

    @Override
    public void close() {
      room.giveBack(caller, bytes);
      if (answering) {
        requests.giveBack(caller, 1);
      }
      sending.giveBack(caller, 1);
    }
  }
}
