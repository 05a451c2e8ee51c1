package org.openimr.sink.reconcile.kafka;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.serialization.Serde;
import org.openimr.schemas.ledger.IntakeLedger;
import org.openimr.schemas.ledger.OutcomeLedger;

/**
 * The latest row of each partition's ledger. A task writes only its own partition of the changelog,
 * so that the latest row is at the end of it, however long the changelog is.
 */
public record LedgerSnapshot(
    Map<Integer, IntakeLedger> intake, Map<Integer, OutcomeLedger> outcome) {
  /** Reads outcomes first, so that letters arriving in between are pending and not in excess. */
  public static LedgerSnapshot read(CommittedTopicReader broker, String ingest, String enrich) {
    Map<Integer, OutcomeLedger> outcome =
        rows(broker, changelog(enrich, OutcomeLedger.STORE), OutcomeLedger.serde());
    return new LedgerSnapshot(
        rows(broker, changelog(ingest, IntakeLedger.STORE), IntakeLedger.serde()), outcome);
  }

  static String changelog(String application, String store) {
    return application + "-" + store + "-changelog";
  }

  public long intakeTotal(ToLongFunction<IntakeLedger> count) {
    return intake.values().stream().mapToLong(count).sum();
  }

  public long read(ToLongFunction<OutcomeLedger> count) {
    return outcome.values().stream().mapToLong(count).sum();
  }

  private static <T> Map<Integer, T> rows(
      CommittedTopicReader broker, String topic, Serde<T> serde) {
    Map<Integer, T> rows = new TreeMap<>();
    broker
        .latestValues(broker.partitions(topic))
        .forEach(
            (partition, row) ->
                rows.put(partition.partition(), serde.deserializer().deserialize(topic, row)));
    return rows;
  }
}
