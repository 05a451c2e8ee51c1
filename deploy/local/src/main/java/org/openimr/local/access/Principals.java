package org.openimr.local.access;

import java.util.EnumMap;
import java.util.Map;
import org.openimr.local.command.ClusterOption;
import org.openimr.schemas.access.Role;
import picocli.CommandLine.Option;

/** {@code --principal}: under which names the roles come. */
final class Principals {
  private static final String USER = "User:";

  @Option(
      names = "--principal",
      paramLabel = "ROLE=NAME",
      description =
          "Name of a role's principal, e.g. ingest=CN=ingest,O=example for a certificate. Without"
              + " it: imr-ROLE.")
  private Map<String, String> named = Map.of();

  /** The principal of each role, {@code User:} before its name. */
  Map<Role, String> all() {
    Map<Role, String> all = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      all.put(role, USER + role.user());
    }
    named.forEach(
        (role, name) ->
            all.put(
                Role.named(role)
                    .orElseThrow(
                        () ->
                            ClusterOption.failure(
                                "There is no role %s; imr acls list shows them.".formatted(role))),
                name.startsWith(USER) ? name : USER + name));
    return all;
  }
}
