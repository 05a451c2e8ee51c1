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

/** Whether brokers answer, how many, and of which version. */
final class BrokerCheck implements DoctorCheck {
  private static final String METADATA_VERSION = "metadata.version";

  /** Of Kafka 4.0 (its {@code IBP_4_0_IV3}); older clusters were never tried. */
  private static final short OLDEST_TRIED = 25;

  /** A partition survives the loss of one of so many, and another one's restart. */
  private static final int ENOUGH = 3;

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext installation) throws InterruptedException {
    DescribeClusterResult cluster = installation.admin().describeCluster();
    int brokers = AdminFutures.get(cluster.nodes()).size();
    List<DoctorFinding> findings = new ArrayList<>();
    findings.add(
        DoctorFinding.right(
            "%s answers: cluster %s, %d broker%s"
                .formatted(
                    installation.settings().text(Settings.BOOTSTRAP),
                    AdminFutures.get(cluster.clusterId()),
                    brokers,
                    brokers == 1 ? "" : "s")));
    if (brokers < ENOUGH) {
      findings.add(
          DoctorFinding.note(
              "fewer than %d brokers: what one of them loses may be lost".formatted(ENOUGH),
              "for production run %d or more, and topics with --replication %d"
                  .formatted(ENOUGH, ENOUGH)));
    }
    findings.add(version(installation));
    return findings;
  }

  private static DoctorFinding version(ClusterContext installation) throws InterruptedException {
    String client = "this side is Kafka " + AppInfoParser.getVersion();
    try {
      FeatureMetadata features =
          AdminFutures.get(installation.admin().describeFeatures().featureMetadata());
      Optional<Short> level =
          Optional.ofNullable(features.finalizedFeatures().get(METADATA_VERSION))
              .map(FinalizedVersionRange::maxVersionLevel);
      if (level.isEmpty() || level.get() < OLDEST_TRIED) {
        return DoctorFinding.note(
            "brokers before Kafka 4.0 (%s %s); %s"
                .formatted(METADATA_VERSION, level.map(String::valueOf).orElse("none"), client),
            "upgrade the brokers: with older ones this was never tried");
      }
      return DoctorFinding.right("%s %d; %s".formatted(METADATA_VERSION, level.get(), client));
    } catch (AuthorizationException e) {
      return DoctorFinding.unseen("versions: not shown to this principal; " + client, "");
    }
  }
}
