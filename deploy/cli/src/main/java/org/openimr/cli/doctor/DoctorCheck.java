package org.openimr.cli.doctor;

import java.io.IOException;
import java.util.List;

/** Checks one part of an installation without changing it. */
interface DoctorCheck {
  /** Name in the report. */
  String name();

  /**
   * Returns at least one finding.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer or denies access
   * @throws IOException if the registry or a service does not answer
   */
  List<DoctorFinding> check(ClusterContext context) throws IOException, InterruptedException;
}
