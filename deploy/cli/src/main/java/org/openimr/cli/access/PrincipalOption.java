package org.openimr.cli.access;

import java.util.EnumMap;
import java.util.Map;
import org.openimr.cli.options.ClusterOptions;
import org.openimr.schemas.access.AccessRole;
import picocli.CommandLine.Option;

/** {@code --principal}: under which names the roles come. */
final class PrincipalOption {
  private static final String USER = "User:";

  @Option(
      names = "--principal",
      paramLabel = "ROLE=NAME",
      description =
          "Name of a role's principal, e.g. ingest=CN=ingest,O=example for a certificate. Without"
              + " it: imr-ROLE.")
  private Map<String, String> named = Map.of();

  /** The principal of each role, {@code User:} before its name. */
  Map<AccessRole, String> byRole() {
    Map<AccessRole, String> all = new EnumMap<>(AccessRole.class);
    for (AccessRole role : AccessRole.values()) {
      all.put(role, USER + role.user());
    }
    named.forEach(
        (role, name) ->
            all.put(
                AccessRole.byName(role)
                    .orElseThrow(
                        () ->
                            ClusterOptions.failure(
                                "There is no role %s; imr acls list shows them.".formatted(role))),
                name.startsWith(USER) ? name : USER + name));
    return all;
  }
}
