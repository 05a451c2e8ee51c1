package org.openimr.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.AuthorizationException;
import org.openimr.schemas.topic.AdminFutures;

/** How much room the brokers' disks have. */
final class DiskSpaceCheck implements DoctorCheck {
  private static final long LEAST_BYTES = 1L << 30;
  private static final double SCARCE_SHARE = 0.1;
  private static final double MEGABYTE = 1e6;

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext installation) throws InterruptedException {
    List<Integer> brokers =
        AdminFutures.get(installation.admin().describeCluster().nodes()).stream()
            .map(Node::id)
            .toList();
    try {
      List<DoctorFinding> findings = new ArrayList<>();
      Map<Integer, Map<String, LogDirDescription>> folders =
          AdminFutures.get(installation.admin().describeLogDirs(brokers).allDescriptions());
      folders.forEach(
          (broker, each) ->
              each.forEach((folder, state) -> findings.add(of(broker, folder, state))));
      return findings;
    } catch (AuthorizationException e) {
      return List.of(
          DoctorFinding.unseen(
              "disks are not shown to this principal", "ask as one that may Describe the cluster"));
    }
  }

  private static DoctorFinding of(int broker, String folder, LogDirDescription state) {
    String where = "broker %d, %s".formatted(broker, folder);
    if (state.error() != null) {
      return DoctorFinding.wrong(
          "%s has failed (%s)".formatted(where, state.error().getClass().getSimpleName()),
          "mend the disk and start the broker again");
    }
    OptionalLong free = state.usableBytes();
    OptionalLong all = state.totalBytes();
    if (free.isEmpty() || all.isEmpty()) {
      return DoctorFinding.unseen(where + " does not say how much room it has", "");
    }
    return of(where, free.getAsLong(), all.getAsLong());
  }

  static DoctorFinding of(String where, long free, long all) {
    String said = "%s: %,.0f MB free of %,.0f".formatted(where, free / MEGABYTE, all / MEGABYTE);
    if (free < LEAST_BYTES) {
      return DoctorFinding.wrong(said, "make room: a broker whose disk is full ends itself");
    }
    return free < all * SCARCE_SHARE
        ? DoctorFinding.note(said, "make room before it is less")
        : DoctorFinding.right(said);
  }
}
