package org.openimr.sink.monitor.store;

import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/** An instance does not answer, and nobody has a copy of what it holds. */
public final class PeerUnavailableException extends InvalidStateStoreException {
  private static final long serialVersionUID = 1L;

  public PeerUnavailableException(HostInfo instance) {
    super(
        "The instance %s:%d of the monitor does not answer, and no other has a copy of its part."
                .formatted(instance.host(), instance.port())
            + " Start it again, or wait until the others have taken over (about 10 s);"
            + " monitor.standbys=1 keeps copies.");
  }
}
