package org.openimr.cli.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.AdminFutures;
import org.openimr.schemas.topic.Topic;

/**
 * Compares the clock of this machine with those of the registry and the services (the Date header
 * of their responses) and of the producers (the timestamp of the newest record). A broker reports
 * its own clock only for records written to it, so it is not checked.
 */
final class ClockSkewCheck implements DoctorCheck {
  /** Covers the time of a request; smaller differences do not matter for a letter's timestamps. */
  private static final Duration TOLERANCE = Duration.ofSeconds(30);

  private static final String REMEDY = "synchronize the clocks of all machines with NTP";

  @Override
  public String name() {
    return "clocks";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext context)
      throws IOException, InterruptedException {
    List<DoctorFinding> findings = new ArrayList<>();
    List<URI> servers = new ArrayList<>(context.services());
    servers.addFirst(URI.create(context.settings().text(Settings.REGISTRY)));
    for (URI server : servers) {
      findings.add(checkServer(server));
    }
    findings.addAll(checkRecords(context));
    return findings;
  }

  private static DoctorFinding checkServer(URI server) throws InterruptedException {
    try {
      HttpResponse<String> response = DoctorHttpClient.get(server);
      Optional<Instant> time =
          response
              .headers()
              .firstValue("date")
              .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
              .map(ZonedDateTime::toInstant);
      return time.map(remote -> compare(server.getAuthority(), remote))
          .orElseGet(
              () -> DoctorFinding.unknown(server.getAuthority() + " sends no Date header", ""));
    } catch (IOException e) {
      return DoctorFinding.unknown(server.getAuthority() + " does not respond", "");
    }
  }

  private static DoctorFinding compare(String server, Instant remote) {
    Duration offset = Duration.between(Instant.now(), remote);
    return offset.abs().compareTo(TOLERANCE) <= 0
        ? DoctorFinding.ok(
            "%s and this machine agree within %d s".formatted(server, TOLERANCE.toSeconds()))
        : DoctorFinding.failed(
            "%s is %d s %s this machine"
                .formatted(
                    server, offset.abs().toSeconds(), offset.isNegative() ? "behind" : "ahead of"),
            REMEDY);
  }

  private static List<DoctorFinding> checkRecords(ClusterContext context)
      throws InterruptedException {
    Map<TopicPartition, OffsetSpec> newest = new HashMap<>();
    for (Topic topic : List.of(Topic.LETTERS_RAW, Topic.DETERMINATIONS)) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        newest.put(new TopicPartition(topic.topicName(), partition), OffsetSpec.maxTimestamp());
      }
    }
    try {
      long latest =
          AdminFutures.get(context.admin().listOffsets(newest).all()).values().stream()
              .mapToLong(ListOffsetsResultInfo::timestamp)
              .max()
              .orElse(-1);
      return latest < 0 ? List.of() : List.of(checkNewest(Instant.ofEpochMilli(latest)));
    } catch (KafkaException e) {
      return List.of(
          DoctorFinding.unknown("record timestamps: " + e.getClass().getSimpleName(), ""));
    }
  }

  private static DoctorFinding checkNewest(Instant newest) {
    Duration ahead = Duration.between(Instant.now(), newest);
    return ahead.compareTo(TOLERANCE) <= 0
        ? DoctorFinding.ok("the newest record is not from the future")
        : DoctorFinding.failed(
            "the newest record is %d s ahead of this machine".formatted(ahead.toSeconds()), REMEDY);
  }
}
