package org.openimr.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.common.resource.ResourceType;
import org.openimr.schemas.access.AccessRole;
import org.openimr.schemas.access.AclResource;
import org.openimr.schemas.access.AclRules;
import org.openimr.schemas.access.Grant;

/** Output formats of the access rules. */
enum AclOutputFormat {
  /** One heading per role, one line per rule. */
  TEXT {
    @Override
    List<String> lines(Map<AccessRole, String> principals) {
      List<String> lines = new ArrayList<>();
      for (AccessRole role : AccessRole.values()) {
        lines.add("%s  %s: %s".formatted(role.name(), principals.get(role), role.description()));
        for (Grant grant : AclRules.forRole(role)) {
          lines.add(
              "  %-16s %-36s %-36s %s"
                  .formatted(
                      type(grant.resource()),
                      grant.resource().display(),
                      operations(grant, ", "),
                      grant.reason()));
        }
        lines.add("");
      }
      return lines;
    }
  },

  /** One call of kafka-acls.sh per rule; repeating a call changes nothing. */
  COMMANDS {
    @Override
    List<String> lines(Map<AccessRole, String> principals) {
      return AclRules.all().stream()
          .map(grant -> command(grant, Objects.requireNonNull(principals.get(grant.role()))))
          .toList();
    }
  },

  /** An array with one object per rule. */
  JSON {
    @Override
    List<String> lines(Map<AccessRole, String> principals) {
      ArrayNode rules = JsonNodeFactory.instance.arrayNode();
      for (Grant grant : AclRules.all()) {
        ObjectNode rule = rules.addObject();
        rule.put("role", grant.role().name().toLowerCase(Locale.ROOT));
        rule.put("principal", principals.get(grant.role()));
        rule.put("type", type(grant.resource()));
        rule.put("name", grant.resource().pattern().name());
        rule.put("pattern", grant.resource().isPrefix() ? "prefix" : "literal");
        ArrayNode operations = rule.putArray("operations");
        grant.operations().forEach(operation -> operations.add(word(operation)));
        rule.put("why", grant.reason());
      }
      return List.of(rules.toPrettyString());
    }
  },

  /** One table per role, for the documentation. */
  MARKDOWN {
    @Override
    List<String> lines(Map<AccessRole, String> principals) {
      List<String> lines = new ArrayList<>();
      for (AccessRole role : AccessRole.values()) {
        lines.add(
            "**%s**, `%s`: %s"
                .formatted(
                    role.name().toLowerCase(Locale.ROOT),
                    principals.get(role),
                    role.description()));
        lines.add("");
        lines.add("| resource | name | operations | reason |");
        lines.add("| --- | --- | --- | --- |");
        for (Grant grant : AclRules.forRole(role)) {
          lines.add(
              "| %s | `%s` | %s | %s |"
                  .formatted(
                      type(grant.resource()),
                      grant.resource().display(),
                      operations(grant, ", "),
                      grant.reason()));
        }
        lines.add("");
      }
      return lines.subList(0, lines.size() - 1);
    }
  };

  abstract List<String> lines(Map<AccessRole, String> principals);

  private static String command(Grant grant, String principal) {
    return "kafka-acls.sh --bootstrap-server \"$BOOTSTRAP\" --command-config \"$ADMIN\" --add"
        + " --allow-principal '%s' %s%s --resource-pattern-type %s"
            .formatted(
                principal,
                grant.operations().stream()
                    .map(operation -> "--operation " + word(operation) + " ")
                    .collect(Collectors.joining()),
                target(grant.resource()),
                grant.resource().isPrefix() ? "prefixed" : "literal");
  }

  private static String target(AclResource resource) {
    return resource.pattern().resourceType() == ResourceType.CLUSTER
        ? "--cluster"
        : "--%s '%s'".formatted(type(resource), resource.pattern().name());
  }

  private static String operations(Grant grant, String between) {
    return grant.operations().stream()
        .map(AclOutputFormat::word)
        .collect(Collectors.joining(between));
  }

  /** {@code DescribeConfigs} for DESCRIBE_CONFIGS, as all of Kafka's tools and Strimzi write it. */
  private static String word(Enum<?> operation) {
    StringBuilder word = new StringBuilder();
    for (String part : operation.name().split("_", -1)) {
      word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
    }
    return word.toString();
  }

  private static String type(AclResource resource) {
    return resource.pattern().resourceType().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
