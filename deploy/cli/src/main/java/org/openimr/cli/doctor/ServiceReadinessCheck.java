package org.openimr.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What the named services say of themselves at {@code /health/ready}. */
final class ServiceReadinessCheck implements DoctorCheck {
  @Override
  public String name() {
    return "services";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext installation) throws InterruptedException {
    if (installation.services().isEmpty()) {
      return List.of(
          DoctorFinding.unseen(
              "no service was named", "name each with --service http://HOST:PORT"));
    }
    List<DoctorFinding> findings = new ArrayList<>();
    for (URI service : installation.services()) {
      findings.addAll(of(service));
    }
    return findings;
  }

  private static List<DoctorFinding> of(URI service) throws InterruptedException {
    try {
      String report = DoctorHttpClient.get(service.resolve("/health/ready")).body();
      return of(service.getAuthority(), new ObjectMapper().readTree(report));
    } catch (JsonProcessingException e) {
      return List.of(
          DoctorFinding.wrong(
              service + " is no service of these", "name the address of its /health"));
    } catch (IOException e) {
      return List.of(
          DoctorFinding.wrong(service + " does not answer", "start it, or look at its log"));
    }
  }

  private static List<DoctorFinding> of(String who, JsonNode report) {
    List<DoctorFinding> findings = new ArrayList<>();
    report
        .path("checks")
        .properties()
        .forEach(
            check -> {
              String reason = check.getValue().path("reason").asText();
              String said = "%s: %s: %s".formatted(who, check.getKey(), reason);
              switch (check.getValue().path("status").asText()) {
                case "UP" -> {}
                case "DEGRADED" ->
                    findings.add(DoctorFinding.note(said, "see deploy/docs/outages.md"));
                default -> findings.add(DoctorFinding.wrong(said, "see deploy/docs/outages.md"));
              }
            });
    if (findings.isEmpty()) {
      findings.add(
          DoctorFinding.right(
              "%s: %s, %d checks"
                  .formatted(who, report.path("status").asText(), report.path("checks").size())));
    }
    return findings;
  }
}
