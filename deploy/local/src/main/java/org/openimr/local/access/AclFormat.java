package org.openimr.local.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.resource.ResourceType;
import org.openimr.schemas.access.AccessTable;
import org.openimr.schemas.access.Grant;
import org.openimr.schemas.access.Resource;
import org.openimr.schemas.access.Role;

/** Ways to print the access rules. */
enum AclFormat {
  /** A heading a role, a line a rule. */
  TEXT {
    @Override
    List<String> lines(Map<Role, String> principals) {
      List<String> lines = new ArrayList<>();
      for (Role role : Role.values()) {
        lines.add("%s  %s: %s".formatted(role.name(), principals.get(role), role.who()));
        for (Grant grant : AccessTable.of(role)) {
          lines.add(
              "  %-16s %-36s %-36s %s"
                  .formatted(
                      type(grant.resource()),
                      grant.resource().shown(),
                      operations(grant, ", "),
                      grant.why()));
        }
        lines.add("");
      }
      return lines;
    }
  },

  /** A call of Kafka's own tool a rule; doing it again changes nothing. */
  COMMANDS {
    @Override
    List<String> lines(Map<Role, String> principals) {
      return AccessTable.all().stream()
          .map(grant -> command(grant, principals.get(grant.role())))
          .toList();
    }
  },

  /** An array of objects, for charts and other tools. */
  JSON {
    @Override
    List<String> lines(Map<Role, String> principals) {
      ArrayNode rules = JsonNodeFactory.instance.arrayNode();
      for (Grant grant : AccessTable.all()) {
        ObjectNode rule = rules.addObject();
        rule.put("role", grant.role().name().toLowerCase(Locale.ROOT));
        rule.put("principal", principals.get(grant.role()));
        rule.put("type", type(grant.resource()));
        rule.put("name", grant.resource().pattern().name());
        rule.put("pattern", grant.resource().isPrefix() ? "prefix" : "literal");
        ArrayNode operations = rule.putArray("operations");
        grant.operations().forEach(operation -> operations.add(word(operation)));
        rule.put("why", grant.why());
      }
      return List.of(rules.toPrettyString());
    }
  },

  /** Tables for the documentation, one a role. */
  MARKDOWN {
    @Override
    List<String> lines(Map<Role, String> principals) {
      List<String> lines = new ArrayList<>();
      for (Role role : Role.values()) {
        lines.add(
            "**%s**, `%s`: %s"
                .formatted(role.name().toLowerCase(Locale.ROOT), principals.get(role), role.who()));
        lines.add("");
        lines.add("| what | name | may | because |");
        lines.add("| --- | --- | --- | --- |");
        for (Grant grant : AccessTable.of(role)) {
          lines.add(
              "| %s | `%s` | %s | %s |"
                  .formatted(
                      type(grant.resource()),
                      grant.resource().shown(),
                      operations(grant, ", "),
                      grant.why()));
        }
        lines.add("");
      }
      return lines.subList(0, lines.size() - 1);
    }
  };

  abstract List<String> lines(Map<Role, String> principals);

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

  private static String target(Resource resource) {
    return resource.pattern().resourceType() == ResourceType.CLUSTER
        ? "--cluster"
        : "--%s '%s'".formatted(type(resource), resource.pattern().name());
  }

  private static String operations(Grant grant, String between) {
    return grant.operations().stream().map(AclFormat::word).collect(Collectors.joining(between));
  }

  /** {@code DescribeConfigs} for DESCRIBE_CONFIGS, as all of Kafka's tools and Strimzi write it. */
  private static String word(Enum<?> operation) {
    StringBuilder word = new StringBuilder();
    for (String part : operation.name().split("_")) {
      word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
    }
    return word.toString();
  }

  private static String type(Resource resource) {
    return resource.pattern().resourceType().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
