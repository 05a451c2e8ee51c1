package org.openimr.cli.doctor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Checks that the services consume their topics, and their lag. */
final class ConsumerGroupCheck implements DoctorCheck {
  /** Prefix of the groups of Kafka Connect's sink connectors. */
  private static final String CONNECTOR_PREFIX = "connect-";

  /** A busy service has a lag of some hundred records; a higher lag needs attention. */
  private static final long MAX_LAG = 10_000;

  @Override
  public String name() {
    return "groups";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext context) throws InterruptedException {
    Admin admin = context.admin();
    List<DoctorFinding> findings = new ArrayList<>();
    for (String group : groups(context)) {
      try {
        findings.add(of(admin, group));
      } catch (AuthorizationException e) {
        findings.add(
            DoctorFinding.unknown(
                group + " is not visible to this principal", "grant it Describe on the group"));
      } catch (GroupIdNotFoundException e) {
        findings.add(
            DoctorFinding.warning(
                group + " has never committed an offset", "start the service if it is needed"));
      }
    }
    return findings;
  }

  private static List<String> groups(ClusterContext context) throws InterruptedException {
    List<String> groups = new ArrayList<>();
    groups.add(context.settings().text(MonitorSettings.INGEST_GROUP));
    groups.add(context.settings().text(MonitorSettings.ENRICH_GROUP));
    groups.add(context.settings().text(MonitorSettings.GROUP));
    AdminFutures.get(context.admin().listGroups().valid()).stream()
        .map(group -> group.groupId())
        .filter(group -> group.startsWith(CONNECTOR_PREFIX))
        .sorted()
        .forEach(groups::add);
    return groups;
  }

  private static DoctorFinding of(Admin admin, String group) throws InterruptedException {
    ConsumerGroupDescription described =
        AdminFutures.get(
            Objects.requireNonNull(
                admin.describeConsumerGroups(List.of(group)).describedGroups().get(group)));
    int members = described.members().size();
    long lag = lag(admin, group);
    String message = "%s: %d members, lag %,d".formatted(group, members, lag);
    if (members == 0) {
      return lag == 0
          ? DoctorFinding.warning(message, "start the service if it is needed")
          : DoctorFinding.failed(message, "no member consumes: start the service");
    }
    return lag <= MAX_LAG
        ? DoctorFinding.ok(message)
        : DoctorFinding.warning(message, "check again; if the lag grows, add instances, up to 12");
  }

  /** Committed offsets that the group has not consumed, transaction markers included. */
  private static long lag(Admin admin, String group) throws InterruptedException {
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
        .mapToLong(
            end ->
                Math.max(
                    0,
                    end.getValue().offset()
                        - Objects.requireNonNull(read.get(end.getKey())).offset()))
        .sum();
  }
}
