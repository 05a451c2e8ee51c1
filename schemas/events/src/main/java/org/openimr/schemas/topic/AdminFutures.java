package org.openimr.schemas.topic;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** Waits for results of admin clients. */
public final class AdminFutures {
  private AdminFutures() {}

  /**
   * Waits for a result.
   *
   * @throws KafkaException the unwrapped failure of the call
   */
  public static <T> T get(KafkaFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException failure
          ? failure
          : new KafkaException(e.getCause());
    }
  }
}
