package org.openimr.cli.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SerializationException;
import org.openimr.schemas.settings.Settings;

/**
 * All checks over one installation.
 *
 * @param findings of each check, in the order in which one depends on the other
 */
record DoctorRun(Map<String, List<DoctorFinding>> findings) {
  private static final DoctorCheck BROKER = new BrokerCheck();
  private static final DoctorCheck REGISTRY = new SchemaRegistryCheck();

  /** Need the broker. */
  private static final List<DoctorCheck> ON_BROKER =
      List.of(
          new TopicConfigurationCheck(),
          new AclCheck(),
          new DiskSpaceCheck(),
          new ConsumerGroupCheck());

  /** Needs both. */
  private static final DoctorCheck CATALOGUE = new GuidelineTopicCheck();

  private static final List<DoctorCheck> OTHERS =
      List.of(new ClockSkewCheck(), new ServiceReadinessCheck());

  /** Looks at all of it; takes seconds, more where something does not answer. */
  static DoctorRun of(ClusterContext installation) throws InterruptedException {
    Map<String, List<DoctorFinding>> findings = new LinkedHashMap<>();
    boolean broker = runCheck(BROKER, installation, findings);
    for (DoctorCheck check : ON_BROKER) {
      runCheckIf(broker, check, installation, findings);
    }
    boolean registry = runCheck(REGISTRY, installation, findings);
    runCheckIf(broker && registry, CATALOGUE, installation, findings);
    for (DoctorCheck check : OTHERS) {
      runCheckIf(broker || check instanceof ServiceReadinessCheck, check, installation, findings);
    }
    return new DoctorRun(findings);
  }

  /** The worst that was found. */
  Severity worst() {
    return all().stream()
        .map(DoctorFinding::severity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.RIGHT);
  }

  /** All of them. */
  List<DoctorFinding> all() {
    return findings.values().stream().flatMap(List::stream).toList();
  }

  private static void runCheckIf(
      boolean possible,
      DoctorCheck check,
      ClusterContext installation,
      Map<String, List<DoctorFinding>> findings)
      throws InterruptedException {
    if (possible) {
      runCheck(check, installation, findings);
    } else {
      findings.put(
          check.name(), List.of(DoctorFinding.unseen("not looked at: what it needs is away", "")));
    }
  }

  /** Whether what was asked answered. */
  private static boolean runCheck(
      DoctorCheck check, ClusterContext installation, Map<String, List<DoctorFinding>> findings)
      throws InterruptedException {
    try {
      findings.put(check.name(), new ArrayList<>(check.check(installation)));
      return true;
    } catch (SerializationException e) {
      findings.put(
          check.name(),
          List.of(
              DoctorFinding.wrong(
                  "holds what this registry has no schema of", "imr schemas register")));
    } catch (AuthenticationException e) {
      findings.put(
          check.name(),
          List.of(
              DoctorFinding.wrong(
                  "the broker does not let this principal in (%s)".formatted(kind(e)),
                  "see kafka.security.protocol and kafka.sasl.* in the settings")));
    } catch (AuthorizationException e) {
      findings.put(
          check.name(),
          List.of(DoctorFinding.unseen("not shown to this principal (%s)".formatted(kind(e)), "")));
    } catch (KafkaException e) {
      findings.put(
          check.name(),
          List.of(
              DoctorFinding.wrong(
                  "no answer from the broker at %s (%s)"
                      .formatted(installation.settings().text(Settings.BOOTSTRAP), kind(e)),
                  "start it, or name another with --bootstrap")));
    } catch (IOException e) {
      findings.put(
          check.name(),
          List.of(
              DoctorFinding.wrong(
                  "no answer from the registry at %s (%s)"
                      .formatted(installation.settings().text(Settings.REGISTRY), kind(e)),
                  "start it, or name another with --registry")));
    }
    return false;
  }

  private static String kind(Exception failure) {
    return failure.getClass().getSimpleName();
  }
}
