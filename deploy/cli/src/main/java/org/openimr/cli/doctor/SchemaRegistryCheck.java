package org.openimr.cli.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openimr.schemas.registry.SchemaPlan;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.settings.Settings;

/** Whether the registry answers and has this version's schemas, guarded as they should be. */
final class SchemaRegistryCheck implements DoctorCheck {
  private static final String REGISTER = "imr schemas register";

  @Override
  public String name() {
    return "registry";
  }

  @Override
  public List<DoctorFinding> check(ClusterContext installation) throws IOException {
    Map<String, String> registry = new HashMap<>(installation.settings().registry());
    registry.putIfAbsent("schema.registry.http.connect.timeout.ms", "3000");
    registry.putIfAbsent("schema.registry.http.read.timeout.ms", "3000");
    registry.putIfAbsent("schema.registry.max.retries", "0");
    SchemaPlan plan = SchemaPlan.of(registry);
    List<DoctorFinding> findings = new ArrayList<>();
    findings.add(DoctorFinding.right(installation.settings().text(Settings.REGISTRY) + " answers"));
    plan.subjects().forEach(subject -> differences(subject, findings));
    if (findings.size() == 1) {
      findings.add(
          DoctorFinding.right(
              "all %d schemas are this version's, %s"
                  .formatted(plan.subjects().size(), SchemaRegistrar.COMPATIBILITY)));
    }
    return findings;
  }

  private static void differences(SchemaPlan.Subject subject, List<DoctorFinding> findings) {
    String name = subject.topic().subject();
    switch (subject.state()) {
      case SchemaPlan.Registered there -> level(subject, findings);
      case SchemaPlan.Missing missing ->
          findings.add(DoctorFinding.wrong(name + " has no schema: its events wait", REGISTER));
      case SchemaPlan.NewVersion next ->
          findings.add(
              DoctorFinding.wrong(
                  "%s: this version's schema is not there, only up to version %d"
                      .formatted(name, next.latestVersion()),
                  REGISTER));
      case SchemaPlan.Incompatible refused ->
          findings.add(
              DoctorFinding.wrong(
                  name + " has a schema that this version's is not compatible with",
                  "imr schemas check says why; someone else's topic, or another version?"));
    }
  }

  private static void level(SchemaPlan.Subject subject, List<DoctorFinding> findings) {
    if (!subject.isUpToDate()) {
      findings.add(
          DoctorFinding.note(
              "%s: compatibility is %s, not %s"
                  .formatted(
                      subject.topic().subject(),
                      subject.compatibility().orElse("the registry's own"),
                      SchemaRegistrar.COMPATIBILITY),
              REGISTER));
    }
  }
}
