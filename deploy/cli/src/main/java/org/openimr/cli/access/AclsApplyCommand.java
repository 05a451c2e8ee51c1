package org.openimr.cli.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.resource.PatternType;
import org.openimr.cli.console.CliException;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.cli.options.DryRunOption;
import org.openimr.schemas.access.AccessRole;
import org.openimr.schemas.access.AclRules;
import org.openimr.schemas.access.Grant;
import org.openimr.schemas.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code imr acls apply}. */
@Command(
    name = "apply",
    description =
        "Add missing access rules to the broker. Other rules of the same principals are listed and"
            + " never removed.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  imr acls apply --bootstrap-server kafka-1:9092 --dry-run"})
final class AclsApplyCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private DryRunOption dryRun;
  @Mixin private PrincipalOption principals;
  @Mixin private ClusterOptions cluster;

  AclsApplyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = cluster.settings();
    try (Admin admin = Admin.create(Map.copyOf(settings.kafka()))) {
      apply(admin);
      return ExitCode.OK;
    } catch (ExecutionException e) {
      throw applyFailure(settings, Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  private void apply(Admin admin) throws ExecutionException, InterruptedException {
    Set<AclBinding> known = new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
    List<AclBinding> required = required(principals.byRole());
    List<AclBinding> missing =
        required.stream().filter(binding -> !known.contains(binding)).toList();
    if (!dryRun.isDryRun()) {
      admin.createAcls(missing).all().get();
    }
    missing.forEach(
        binding -> console.line((dryRun.isDryRun() ? "would add " : "added ") + shown(binding)));
    others(known, required)
        .forEach(binding -> console.note("not one of these rules, kept: " + shown(binding)));
    console.line(
        "%d rules: %d exist, %d %s"
            .formatted(
                required.size(),
                required.size() - missing.size(),
                missing.size(),
                dryRun.isDryRun() ? "to add" : "added"));
  }

  private static List<AclBinding> required(Map<AccessRole, String> principals) {
    List<AclBinding> required = new ArrayList<>();
    for (Grant grant : AclRules.all()) {
      required.addAll(grant.bindings(Objects.requireNonNull(principals.get(grant.role()))));
    }
    return required;
  }

  /** Rules on the broker for these principals that are not among the required ones. */
  private static List<AclBinding> others(Set<AclBinding> known, Collection<AclBinding> required) {
    Set<String> ours = new HashSet<>();
    required.forEach(binding -> ours.add(binding.entry().principal()));
    return known.stream()
        .filter(
            binding -> ours.contains(binding.entry().principal()) && !required.contains(binding))
        .toList();
  }

  private static String shown(AclBinding binding) {
    return "%s %s %s %s%s"
        .formatted(
            binding.entry().principal(),
            binding.entry().operation(),
            binding.pattern().resourceType(),
            binding.pattern().name(),
            binding.pattern().patternType() == PatternType.PREFIXED ? "*" : "");
  }

  private static RuntimeException applyFailure(Settings settings, Throwable cause) {
    return switch (cause) {
      case SecurityDisabledException disabled ->
          new CliException(
              "The broker has no authorizer: every client may do everything. Set"
                  + " authorizer.class.name on the broker.");
      case ClusterAuthorizationException denied ->
          new CliException(
              "The broker denied the change. Connect as a super user, or as a principal with"
                  + " Alter on the cluster.");
      case TimeoutException timeout -> CliException.brokerUnavailable(settings, timeout);
      case KafkaException other -> other;
      default -> new KafkaException(cause);
    };
  }
}
