package org.openimr.sink.monitor.store;

import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/** An instance does not answer, and no other instance has a copy of its partitions. */
public final class PeerUnavailableException extends InvalidStateStoreException {
  private static final long serialVersionUID = 1L;

  public PeerUnavailableException(HostInfo instance) {
    super(
        "The monitor instance %s:%d does not answer, and no other has a copy of its partitions."
                .formatted(instance.host(), instance.port())
            + " Restart it, or wait until the others have taken over (about 10 s); set"
            + " monitor.standbys=1 to keep copies.");
  }
}
