package org.openimr.schemas.topic;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** What a broker answers to an admin client. */
public final class AdminFutures {
  private AdminFutures() {}

  /**
   * Waits for it.
   *
   * @throws KafkaException what the broker said, by itself, or that it said nothing
   */
  public static <T> T get(KafkaFuture<T> asked) throws InterruptedException {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException told ? told : new KafkaException(e.getCause());
    }
  }
}
