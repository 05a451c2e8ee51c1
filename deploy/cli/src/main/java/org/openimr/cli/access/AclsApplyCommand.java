package org.openimr.cli.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.openimr.cli.console.Console;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.schemas.access.AccessRole;
import org.openimr.schemas.access.AclRules;
import org.openimr.schemas.access.Grant;
import org.openimr.schemas.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr acls apply}. */
@Command(
    name = "apply",
    description =
        "Adds those rules to the broker that it does not have; says which others its principals"
            + " have, and takes none away.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  imr acls apply --bootstrap kafka-1:9092 --dry-run",
      "",
      "Exit codes: 0 done, 1 the broker did not answer or refused, 2 wrong usage."
    })
final class AclsApplyCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--dry-run", description = "Only say what would be added.")
  private boolean dryRun;

  @Mixin private PrincipalOption principals;
  @Mixin private ClusterOptions cluster;

  AclsApplyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = cluster.settings(List.of(), Map.of());
    try (Admin admin = Admin.create(Map.copyOf(settings.kafka()))) {
      apply(admin);
      return 0;
    } catch (ExecutionException e) {
      throw refusal(settings, e.getCause());
    }
  }

  private void apply(Admin admin) throws ExecutionException, InterruptedException {
    Set<AclBinding> known = new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
    List<AclBinding> wanted = wanted(principals.byRole());
    List<AclBinding> missing = wanted.stream().filter(binding -> !known.contains(binding)).toList();
    if (!dryRun) {
      admin.createAcls(missing).all().get();
    }
    missing.forEach(binding -> console.line((dryRun ? "would add " : "added ") + shown(binding)));
    others(known, wanted)
        .forEach(binding -> console.note("not one of ours, left: " + shown(binding)));
    console.line(
        "%d rules: %d there already, %d %s"
            .formatted(
                wanted.size(),
                wanted.size() - missing.size(),
                missing.size(),
                dryRun ? "to add" : "added"));
  }

  private static List<AclBinding> wanted(Map<AccessRole, String> principals) {
    List<AclBinding> wanted = new ArrayList<>();
    for (Grant grant : AclRules.all()) {
      wanted.addAll(grant.bindings(principals.get(grant.role())));
    }
    return wanted;
  }

  /** What our principals may do beyond the rules. */
  private static List<AclBinding> others(Set<AclBinding> known, Collection<AclBinding> wanted) {
    Set<String> ours = new HashSet<>();
    wanted.forEach(binding -> ours.add(binding.entry().principal()));
    return known.stream()
        .filter(binding -> ours.contains(binding.entry().principal()) && !wanted.contains(binding))
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

  private static RuntimeException refusal(Settings settings, Throwable cause) {
    return switch (cause) {
      case SecurityDisabledException off ->
          ClusterOptions.failure(
              "The broker has no authorizer, so that all may do everything; set"
                  + " authorizer.class.name there.");
      case ClusterAuthorizationException none ->
          ClusterOptions.failure(
              "The broker refused: come as a super user, or as a principal with Alter on the"
                  + " cluster.");
      case TimeoutException silent -> ClusterOptions.brokerUnavailable(settings, silent);
      case KafkaException told -> told;
      default -> new KafkaException(cause);
    };
  }
}
