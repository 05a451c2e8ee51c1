package org.openimr.cli.access;

import java.util.EnumMap;
import java.util.Map;
import org.openimr.schemas.access.AccessRole;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --principal}: names of the roles' principals. */
final class PrincipalOption {
  private static final String USER = "User:";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--principal",
      paramLabel = "ROLE=NAME",
      description =
          "Principal of a role, e.g. ingest=CN=ingest,O=example for a certificate. Default:"
              + " imr-ROLE.")
  private Map<String, String> principals = Map.of();

  /** The principal of each role, with the prefix {@code User:}. */
  Map<AccessRole, String> byRole() {
    Map<AccessRole, String> all = new EnumMap<>(AccessRole.class);
    for (AccessRole role : AccessRole.values()) {
      all.put(role, USER + role.user());
    }
    principals.forEach(
        (role, name) ->
            all.put(
                AccessRole.byName(role)
                    .orElseThrow(
                        () ->
                            new ParameterException(
                                command.commandLine(),
                                "Unknown role %s; imr acls list shows the roles.".formatted(role))),
                name.startsWith(USER) ? name : USER + name));
    return all;
  }
}
