package org.openimr.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.utils.AppInfoParser;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.AdminFutures;

/** Checks that brokers answer, their number and their version. */
final class BrokerCheck implements DoctorCheck {
  private static final String METADATA_VERSION = "metadata.version";

  /** Metadata version of Kafka 4.0 ({@code IBP_4_0_IV3}); older clusters are not tested. */
  private static final short MIN_TESTED_LEVEL = 25;

  /** With three brokers, a partition survives the loss of one and the restart of another. */
  private static final int RECOMMENDED_BROKERS = 3;

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext context) throws InterruptedException {
    DescribeClusterResult cluster = context.admin().describeCluster();
    int brokers = AdminFutures.get(cluster.nodes()).size();
    List<DoctorFinding> findings = new ArrayList<>();
    findings.add(
        DoctorFinding.ok(
            "%s answers: cluster %s, %d broker%s"
                .formatted(
                    context.settings().text(Settings.BOOTSTRAP),
                    AdminFutures.get(cluster.clusterId()),
                    brokers,
                    brokers == 1 ? "" : "s")));
    if (brokers < RECOMMENDED_BROKERS) {
      findings.add(
          DoctorFinding.warning(
              "fewer than %d brokers: data may be lost with one of them"
                  .formatted(RECOMMENDED_BROKERS),
              "for production run %d or more, and create topics with --replication %d"
                  .formatted(RECOMMENDED_BROKERS, RECOMMENDED_BROKERS)));
    }
    findings.add(version(context));
    return findings;
  }

  private static DoctorFinding version(ClusterContext context) throws InterruptedException {
    String client = "client is Kafka " + AppInfoParser.getVersion();
    try {
      FeatureMetadata features =
          AdminFutures.get(context.admin().describeFeatures().featureMetadata());
      Optional<Short> level =
          Optional.ofNullable(features.finalizedFeatures().get(METADATA_VERSION))
              .map(FinalizedVersionRange::maxVersionLevel);
      if (level.isEmpty() || level.get() < MIN_TESTED_LEVEL) {
        return DoctorFinding.warning(
            "brokers before Kafka 4.0 (%s %s); %s"
                .formatted(METADATA_VERSION, level.map(String::valueOf).orElse("none"), client),
            "upgrade the brokers; older versions are not tested");
      }
      return DoctorFinding.ok("%s %d; %s".formatted(METADATA_VERSION, level.get(), client));
    } catch (AuthorizationException e) {
      return DoctorFinding.unknown(
          "broker versions are not visible to this principal; " + client, "");
    }
  }
}
