package org.openimr.sink.reconcile;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.serialization.Serde;
import org.openimr.schemas.ledger.IntakeLedger;
import org.openimr.schemas.ledger.OutcomeLedger;

/**
 * The newest row of each partition's ledger. A task writes only its own partition of the changelog,
 * so that its newest row is at the end, however long the changelog is.
 */
record Ledgers(Map<Integer, IntakeLedger> intake, Map<Integer, OutcomeLedger> outcome) {
  /** Outcomes first: letters that come in between are on their way then, not too many. */
  static Ledgers read(Broker broker, String ingest, String enrich) {
    Map<Integer, OutcomeLedger> outcome =
        rows(broker, changelog(enrich, OutcomeLedger.STORE), OutcomeLedger.serde());
    return new Ledgers(
        rows(broker, changelog(ingest, IntakeLedger.STORE), IntakeLedger.serde()), outcome);
  }

  static String changelog(String application, String store) {
    return application + "-" + store + "-changelog";
  }

  long taken(ToLongFunction<IntakeLedger> count) {
    return intake.values().stream().mapToLong(count).sum();
  }

  long read(ToLongFunction<OutcomeLedger> count) {
    return outcome.values().stream().mapToLong(count).sum();
  }

  private static <T> Map<Integer, T> rows(Broker broker, String topic, Serde<T> serde) {
    Map<Integer, T> rows = new TreeMap<>();
    broker
        .newest(broker.partitions(topic))
        .forEach(
            (partition, row) ->
                rows.put(partition.partition(), serde.deserializer().deserialize(topic, row)));
    return rows;
  }
}
