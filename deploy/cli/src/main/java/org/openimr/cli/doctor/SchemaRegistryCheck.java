package org.openimr.cli.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openimr.schemas.registry.SchemaPlan;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.settings.Settings;

/** Checks that the registry answers, its schemas and their compatibility level. */
final class SchemaRegistryCheck implements DoctorCheck {
  private static final String REGISTER = "imr schemas register";

  @Override
  public String name() {
    return "registry";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext context) throws IOException {
    Map<String, String> registry = new HashMap<>(context.settings().registry());
    registry.putIfAbsent("schema.registry.http.connect.timeout.ms", "3000");
    registry.putIfAbsent("schema.registry.http.read.timeout.ms", "3000");
    registry.putIfAbsent("schema.registry.max.retries", "0");
    SchemaPlan plan = SchemaPlan.of(registry);
    List<DoctorFinding> findings = new ArrayList<>();
    findings.add(DoctorFinding.ok(context.settings().text(Settings.REGISTRY) + " answers"));
    plan.subjects().forEach(subject -> compare(subject, findings));
    if (findings.size() == 1) {
      findings.add(
          DoctorFinding.ok(
              "all %d schemas are up to date, %s"
                  .formatted(plan.subjects().size(), SchemaRegistrar.COMPATIBILITY)));
    }
    return findings;
  }

  private static void compare(SchemaPlan.Subject subject, List<DoctorFinding> findings) {
    String name = subject.topic().subject();
    switch (subject.state()) {
      case SchemaPlan.Registered registered -> checkCompatibility(subject, findings);
      case SchemaPlan.Missing missing ->
          findings.add(
              DoctorFinding.failed(name + " has no schema: events cannot be published", REGISTER));
      case SchemaPlan.NewVersion next ->
          findings.add(
              DoctorFinding.failed(
                  "%s: this version's schema is not registered; the latest is version %d"
                      .formatted(name, next.latestVersion()),
                  REGISTER));
      case SchemaPlan.Incompatible incompatible ->
          findings.add(
              DoctorFinding.failed(
                  name + " has a schema that is incompatible with this version's",
                  "run imr schemas check for the reasons"));
    }
  }

  private static void checkCompatibility(SchemaPlan.Subject subject, List<DoctorFinding> findings) {
    if (!subject.isUpToDate()) {
      findings.add(
          DoctorFinding.warning(
              "%s: compatibility is %s, not %s"
                  .formatted(
                      subject.topic().subject(),
                      subject.compatibility().orElse("the registry's default"),
                      SchemaRegistrar.COMPATIBILITY),
              REGISTER));
    }
  }
}
