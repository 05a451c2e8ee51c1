package org.openimr.cli.doctor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.openimr.schemas.topic.AdminFutures;
import org.openimr.sink.monitor.MonitorSettings;

/** Whether the services read their topics, and how far they are behind. */
final class ConsumerGroupCheck implements DoctorCheck {
  /** Groups of Connect's sink connectors begin so. */
  private static final String CONNECTORS = "connect-";

  /** Behind by more than this, someone should look; a busy service is behind by hundreds. */
  private static final long MUCH = 10_000;

  @Override
  public String name() {
    return "groups";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext installation) throws InterruptedException {
    Admin admin = installation.admin();
    List<DoctorFinding> findings = new ArrayList<>();
    for (String group : groups(installation)) {
      try {
        findings.add(of(admin, group));
      } catch (AuthorizationException e) {
        findings.add(
            DoctorFinding.unseen(
                group + " is not shown to this principal", "grant it Describe on the group"));
      } catch (GroupIdNotFoundException e) {
        findings.add(
            DoctorFinding.note(
                group + " has never read anything", "start the service, if it is wanted"));
      }
    }
    return findings;
  }

  private static List<String> groups(ClusterContext installation) throws InterruptedException {
    List<String> groups = new ArrayList<>();
    groups.add(installation.settings().text(MonitorSettings.INGEST_GROUP));
    groups.add(installation.settings().text(MonitorSettings.ENRICH_GROUP));
    groups.add(installation.settings().text(MonitorSettings.GROUP));
    AdminFutures.get(installation.admin().listGroups().valid()).stream()
        .map(group -> group.groupId())
        .filter(group -> group.startsWith(CONNECTORS))
        .sorted()
        .forEach(groups::add);
    return groups;
  }

  private static DoctorFinding of(Admin admin, String group) throws InterruptedException {
    ConsumerGroupDescription described =
        AdminFutures.get(admin.describeConsumerGroups(List.of(group)).describedGroups().get(group));
    int members = described.members().size();
    long behind = behind(admin, group);
    String said = "%s: %d at work, behind by %,d".formatted(group, members, behind);
    if (members == 0) {
      return behind == 0
          ? DoctorFinding.note(said, "start the service, if it is wanted")
          : DoctorFinding.wrong(said, "nobody reads: start the service");
    }
    return behind <= MUCH
        ? DoctorFinding.right(said)
        : DoctorFinding.note(said, "look again: if that grows, add instances, up to 12");
  }

  /** Offsets that are committed on the topics and not by the group; ends of transactions too. */
  private static long behind(Admin admin, String group) throws InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> read =
        AdminFutures.get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    read.forEach(
        (at, offset) -> {
          if (offset != null) {
            wanted.put(at, OffsetSpec.latest());
          }
        });
    ListOffsetsOptions committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
    return AdminFutures.get(admin.listOffsets(wanted, committed).all()).entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue().offset() - read.get(end.getKey()).offset()))
        .sum();
  }
}
