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
 * Whether clocks agree: this machine's, the registry's and the services' (by the date of their
 * answers), and that of whoever wrote to the broker (by the newest record's time). The broker's own
 * can't be asked for without writing to it.
 */
final class ClockSkewCheck implements DoctorCheck {
  /** What no one would notice in a letter's time, and an answer's way. */
  private static final Duration TOLERANCE = Duration.ofSeconds(30);

  private static final String REMEDY = "let NTP set the clock of all machines";

  @Override
  public String name() {
    return "clocks";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext installation)
      throws IOException, InterruptedException {
    List<DoctorFinding> findings = new ArrayList<>();
    List<URI> servers = new ArrayList<>(installation.services());
    servers.addFirst(URI.create(installation.settings().text(Settings.REGISTRY)));
    for (URI server : servers) {
      findings.add(ofServer(server));
    }
    findings.addAll(ofRecords(installation));
    return findings;
  }

  private static DoctorFinding ofServer(URI server) throws InterruptedException {
    try {
      HttpResponse<String> answer = DoctorHttpClient.get(server);
      Optional<Instant> told =
          answer
              .headers()
              .firstValue("date")
              .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
              .map(ZonedDateTime::toInstant);
      return told.map(time -> compared(server.getAuthority(), time))
          .orElseGet(
              () -> DoctorFinding.unseen(server.getAuthority() + " does not tell its time", ""));
    } catch (IOException e) {
      return DoctorFinding.unseen(server.getAuthority() + " does not answer", "");
    }
  }

  private static DoctorFinding compared(String who, Instant told) {
    Duration apart = Duration.between(Instant.now(), told);
    return apart.abs().compareTo(TOLERANCE) <= 0
        ? DoctorFinding.right(
            "%s and this machine agree within %d s".formatted(who, TOLERANCE.toSeconds()))
        : DoctorFinding.wrong(
            "%s is %d s %s this machine"
                .formatted(
                    who, apart.abs().toSeconds(), apart.isNegative() ? "behind" : "ahead of"),
            REMEDY);
  }

  private static List<DoctorFinding> ofRecords(ClusterContext installation)
      throws InterruptedException {
    Map<TopicPartition, OffsetSpec> newest = new HashMap<>();
    for (Topic topic : List.of(Topic.LETTERS_RAW, Topic.DETERMINATIONS)) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        newest.put(new TopicPartition(topic.topicName(), partition), OffsetSpec.maxTimestamp());
      }
    }
    try {
      long latest =
          AdminFutures.get(installation.admin().listOffsets(newest).all()).values().stream()
              .mapToLong(ListOffsetsResultInfo::timestamp)
              .max()
              .orElse(-1);
      return latest < 0 ? List.of() : List.of(ofNewest(Instant.ofEpochMilli(latest)));
    } catch (KafkaException e) {
      return List.of(DoctorFinding.unseen("times of records: " + e.getClass().getSimpleName(), ""));
    }
  }

  private static DoctorFinding ofNewest(Instant newest) {
    Duration ahead = Duration.between(Instant.now(), newest);
    return ahead.compareTo(TOLERANCE) <= 0
        ? DoctorFinding.right("the newest record is not of the future")
        : DoctorFinding.wrong(
            "the newest record is %d s ahead of this machine".formatted(ahead.toSeconds()), REMEDY);
  }
}
