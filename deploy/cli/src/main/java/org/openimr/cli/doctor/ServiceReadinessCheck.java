package org.openimr.cli.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Checks {@code /health/ready} of the given services. */
final class ServiceReadinessCheck implements DoctorCheck {
  @Override
  public String name() {
    return "services";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext context) throws InterruptedException {
    if (context.services().isEmpty()) {
      return List.of(
          DoctorFinding.unknown(
              "no service given", "add --service http://HOST:PORT for each service"));
    }
    List<DoctorFinding> findings = new ArrayList<>();
    for (URI service : context.services()) {
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
          DoctorFinding.failed(
              service + " is not a service of this pipeline", "use the base URL of its /health"));
    } catch (IOException e) {
      return List.of(
          DoctorFinding.failed(service + " does not answer", "start it, or check its log"));
    }
  }

  private static List<DoctorFinding> of(String service, JsonNode report) {
    List<DoctorFinding> findings = new ArrayList<>();
    report
        .path("checks")
        .properties()
        .forEach(
            check -> {
              String reason = check.getValue().path("reason").asText();
              String message = "%s: %s: %s".formatted(service, check.getKey(), reason);
              switch (check.getValue().path("status").asText()) {
                case "UP" -> {}
                case "DEGRADED" ->
                    findings.add(DoctorFinding.warning(message, "see deploy/docs/outages.md"));
                default ->
                    findings.add(DoctorFinding.failed(message, "see deploy/docs/outages.md"));
              }
            });
    if (findings.isEmpty()) {
      findings.add(
          DoctorFinding.ok(
              "%s: %s, %d checks"
                  .formatted(
                      service, report.path("status").asText(), report.path("checks").size())));
    }
    return findings;
  }
}
