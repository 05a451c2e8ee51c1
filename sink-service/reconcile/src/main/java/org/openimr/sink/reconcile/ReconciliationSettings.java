package org.openimr.sink.reconcile;

import java.util.List;
import org.openimr.schemas.settings.Setting;

/** Settings of reconciliation. */
public final class ReconciliationSettings {
  public static final Setting INTERVAL =
      Setting.of("reconcile.interval.ms", "300000", "ms between two reconciliations; 0 disables it")
          .replacing("reconcile.every.ms");
  public static final Setting MAX_WAIT =
      Setting.of(
              "reconcile.max.wait.ms",
              "30000",
              "maximum ms that a reconciliation waits for letters in flight")
          .replacing("reconcile.wait.ms");
  public static final Setting INGEST_GROUP =
      Setting.of("ingest.application.id", "imr-ingest", "consumer group of the ingest service");
  public static final Setting ENRICH_GROUP =
      Setting.of("enrich.application.id", "imr-enrich", "consumer group of the enrich service");

  /** Kafka client settings of reconciliation, if its principal is not that of the sinks. */
  public static final Setting KAFKA = Setting.kafkaPattern("reconcile");

  /** All settings of reconciliation. */
  public static final List<Setting> ALL =
      List.of(INTERVAL, MAX_WAIT, INGEST_GROUP, ENRICH_GROUP, KAFKA);

  private ReconciliationSettings() {}
}
