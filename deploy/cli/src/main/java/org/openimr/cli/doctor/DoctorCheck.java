package org.openimr.cli.doctor;

import java.io.IOException;
import java.util.List;

/** Looks at one part of an installation and changes nothing. */
interface DoctorCheck {
  /** Name in the report. */
  String name();

  /**
   * What it finds, at least one thing.
   *
   * @throws org.apache.kafka.common.KafkaException if the broker does not answer, or not to this
   *     principal
   * @throws IOException if the registry or a service does not answer
   */
  List<DoctorFinding> check(ClusterContext installation) throws IOException, InterruptedException;
}
