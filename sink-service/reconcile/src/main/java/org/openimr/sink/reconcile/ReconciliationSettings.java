package org.openimr.sink.reconcile;

import java.util.List;
import org.openimr.schemas.settings.Setting;

/** Settings of reconciliation. */
public final class ReconciliationSettings {
  public static final Setting INTERVAL =
      Setting.of("reconcile.every.ms", "300000", "ms between two reconciliations; 0 for none");
  public static final Setting MAX_WAIT =
      Setting.of(
          "reconcile.wait.ms", "30000", "ms that a reconciliation waits for letters on their way");
  public static final Setting INGEST_GROUP =
      Setting.of("ingest.application.id", "imr-ingest", "consumer group of the ingest service");
  public static final Setting ENRICH_GROUP =
      Setting.of("enrich.application.id", "imr-enrich", "consumer group of the enrich service");

  /** Kafka's own settings, where reconciliation is another principal than the sinks beside it. */
  public static final Setting KAFKA = Setting.kafkaPattern("reconcile");

  /** All of them. */
  public static final List<Setting> ALL =
      List.of(INTERVAL, MAX_WAIT, INGEST_GROUP, ENRICH_GROUP, KAFKA);

  private ReconciliationSettings() {}
}
