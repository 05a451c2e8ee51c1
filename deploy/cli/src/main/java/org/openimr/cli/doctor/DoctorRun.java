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
 * All checks over one context.
 *
 * @param findings of each check, in the order in which one depends on the other
 */
record DoctorRun(Map<String, List<DoctorFinding>> findings) {
  private static final DoctorCheck BROKER = new BrokerCheck();
  private static final DoctorCheck REGISTRY = new SchemaRegistryCheck();

  /** Checks that need the broker. */
  private static final List<DoctorCheck> BROKER_CHECKS =
      List.of(
          new TopicConfigurationCheck(),
          new AclCheck(),
          new DiskSpaceCheck(),
          new ConsumerGroupCheck());

  /** Needs broker and registry. */
  private static final DoctorCheck CATALOGUE = new GuidelineTopicCheck();

  private static final List<DoctorCheck> OTHER_CHECKS =
      List.of(new ClockSkewCheck(), new ServiceReadinessCheck());

  /** Runs all checks; takes seconds, longer if a part does not answer. */
  static DoctorRun of(ClusterContext context) throws InterruptedException {
    Map<String, List<DoctorFinding>> findings = new LinkedHashMap<>();
    boolean broker = runCheck(BROKER, context, findings);
    for (DoctorCheck check : BROKER_CHECKS) {
      runCheckIf(broker, check, context, findings);
    }
    boolean registry = runCheck(REGISTRY, context, findings);
    runCheckIf(broker && registry, CATALOGUE, context, findings);
    for (DoctorCheck check : OTHER_CHECKS) {
      runCheckIf(broker || check instanceof ServiceReadinessCheck, check, context, findings);
    }
    return new DoctorRun(findings);
  }

  /** The highest severity found. */
  Severity worst() {
    return all().stream()
        .map(DoctorFinding::severity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.OK);
  }

  /** The findings of all checks. */
  List<DoctorFinding> all() {
    return findings.values().stream().flatMap(List::stream).toList();
  }

  private static void runCheckIf(
      boolean available,
      DoctorCheck check,
      ClusterContext context,
      Map<String, List<DoctorFinding>> findings)
      throws InterruptedException {
    if (available) {
      runCheck(check, context, findings);
    } else {
      findings.put(
          check.name(),
          List.of(DoctorFinding.unknown("not checked: the broker or registry is unavailable", "")));
    }
  }

  /** Returns whether the checked server answered. */
  private static boolean runCheck(
      DoctorCheck check, ClusterContext context, Map<String, List<DoctorFinding>> findings)
      throws InterruptedException {
    try {
      findings.put(check.name(), new ArrayList<>(check.check(context)));
      return true;
    } catch (SerializationException e) {
      findings.put(
          check.name(),
          List.of(
              DoctorFinding.failed(
                  "the topic has records whose schema is not in this registry",
                  "imr schemas register")));
    } catch (AuthenticationException e) {
      findings.put(
          check.name(),
          List.of(
              DoctorFinding.failed(
                  "the broker denied the login (%s)".formatted(className(e)),
                  "check kafka.security.protocol and kafka.sasl.* in the settings")));
    } catch (AuthorizationException e) {
      findings.put(
          check.name(),
          List.of(
              DoctorFinding.unknown(
                  "not visible to this principal (%s)".formatted(className(e)), "")));
    } catch (KafkaException e) {
      findings.put(
          check.name(),
          List.of(
              DoctorFinding.failed(
                  "no answer from the broker at %s (%s)"
                      .formatted(context.settings().text(Settings.BOOTSTRAP), className(e)),
                  "start it, or name another with --bootstrap-server")));
    } catch (IOException e) {
      findings.put(
          check.name(),
          List.of(
              DoctorFinding.failed(
                  "no answer from the registry at %s (%s)"
                      .formatted(context.settings().text(Settings.REGISTRY), className(e)),
                  "start it, or name another with --registry")));
    }
    return false;
  }

  private static String className(Exception failure) {
    return failure.getClass().getSimpleName();
  }
}
