package org.openimr.local.doctor;

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
import org.openimr.schemas.Settings;

/**
 * All checks over one installation.
 *
 * @param findings of each check, in the order in which one depends on the other
 */
record Examination(Map<String, List<Finding>> findings) {
  private static final Check BROKER = new BrokerCheck();
  private static final Check REGISTRY = new RegistryCheck();

  /** Need the broker. */
  private static final List<Check> ON_BROKER =
      List.of(new TopicsCheck(), new RightsCheck(), new DiskCheck(), new GroupsCheck());

  /** Needs both. */
  private static final Check CATALOGUE = new CatalogueCheck();

  private static final List<Check> OTHERS = List.of(new ClockCheck(), new ServicesCheck());

  /** Looks at all of it; takes seconds, more where something does not answer. */
  static Examination of(Installation installation) throws InterruptedException {
    Map<String, List<Finding>> findings = new LinkedHashMap<>();
    boolean broker = look(BROKER, installation, findings);
    for (Check check : ON_BROKER) {
      lookIf(broker, check, installation, findings);
    }
    boolean registry = look(REGISTRY, installation, findings);
    lookIf(broker && registry, CATALOGUE, installation, findings);
    for (Check check : OTHERS) {
      lookIf(broker || check instanceof ServicesCheck, check, installation, findings);
    }
    return new Examination(findings);
  }

  /** The worst that was found. */
  Verdict worst() {
    return all().stream()
        .map(Finding::verdict)
        .max(Comparator.naturalOrder())
        .orElse(Verdict.RIGHT);
  }

  /** All of them. */
  List<Finding> all() {
    return findings.values().stream().flatMap(List::stream).toList();
  }

  private static void lookIf(
      boolean possible, Check check, Installation installation, Map<String, List<Finding>> findings)
      throws InterruptedException {
    if (possible) {
      look(check, installation, findings);
    } else {
      findings.put(
          check.name(), List.of(Finding.unseen("not looked at: what it needs is away", "")));
    }
  }

  /** Whether what was asked answered. */
  private static boolean look(
      Check check, Installation installation, Map<String, List<Finding>> findings)
      throws InterruptedException {
    try {
      findings.put(check.name(), new ArrayList<>(check.look(installation)));
      return true;
    } catch (SerializationException e) {
      findings.put(
          check.name(),
          List.of(
              Finding.wrong("holds what this registry has no schema of", "imr schemas register")));
    } catch (AuthenticationException e) {
      findings.put(
          check.name(),
          List.of(
              Finding.wrong(
                  "the broker does not let this principal in (%s)".formatted(kind(e)),
                  "see kafka.security.protocol and kafka.sasl.* in the settings")));
    } catch (AuthorizationException e) {
      findings.put(
          check.name(),
          List.of(Finding.unseen("not shown to this principal (%s)".formatted(kind(e)), "")));
    } catch (KafkaException e) {
      findings.put(
          check.name(),
          List.of(
              Finding.wrong(
                  "no answer from the broker at %s (%s)"
                      .formatted(installation.settings().text(Settings.BOOTSTRAP), kind(e)),
                  "start it, or name another with --bootstrap")));
    } catch (IOException e) {
      findings.put(
          check.name(),
          List.of(
              Finding.wrong(
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
