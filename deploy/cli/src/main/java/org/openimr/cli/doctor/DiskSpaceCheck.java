package org.openimr.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.AuthorizationException;
import org.openimr.schemas.topic.AdminFutures;

/** Checks the free space of the brokers' disks. */
final class DiskSpaceCheck implements DoctorCheck {
  private static final long MIN_FREE_BYTES = 1L << 30;
  private static final double LOW_FREE_RATIO = 0.1;
  private static final double MEGABYTE = 1e6;

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext context) throws InterruptedException {
    List<Integer> brokers =
        AdminFutures.get(context.admin().describeCluster().nodes()).stream().map(Node::id).toList();
    try {
      List<DoctorFinding> findings = new ArrayList<>();
      Map<Integer, Map<String, LogDirDescription>> directories =
          AdminFutures.get(context.admin().describeLogDirs(brokers).allDescriptions());
      directories.forEach(
          (broker, each) ->
              each.forEach((directory, state) -> findings.add(of(broker, directory, state))));
      return findings;
    } catch (AuthorizationException e) {
      return List.of(
          DoctorFinding.unknown(
              "disks are not visible to this principal",
              "use a principal with Describe on the cluster"));
    }
  }

  private static DoctorFinding of(int broker, String directory, LogDirDescription state) {
    String location = "broker %d, %s".formatted(broker, directory);
    if (state.error() != null) {
      return DoctorFinding.failed(
          "%s has failed (%s)".formatted(location, state.error().getClass().getSimpleName()),
          "repair the disk and restart the broker");
    }
    OptionalLong free = state.usableBytes();
    OptionalLong all = state.totalBytes();
    if (free.isEmpty() || all.isEmpty()) {
      return DoctorFinding.unknown(location + " does not report its free space", "");
    }
    return of(location, free.getAsLong(), all.getAsLong());
  }

  static DoctorFinding of(String location, long free, long all) {
    String message =
        "%s: %,.0f MB free of %,.0f".formatted(location, free / MEGABYTE, all / MEGABYTE);
    if (free < MIN_FREE_BYTES) {
      return DoctorFinding.failed(message, "free disk space: a broker with a full disk stops");
    }
    return free < all * LOW_FREE_RATIO
        ? DoctorFinding.warning(message, "free disk space soon")
        : DoctorFinding.ok(message);
  }
}
