package org.openimr.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openimr.cli.Imr;
import org.openimr.cli.console.CapturedConsole;
import org.openimr.cli.console.ExitCode;
import org.openimr.schemas.access.AclRules;

class AclsListCommandTest {
  private static final Path PAGE = Path.of("../docs/access.md");

  private final CapturedConsole captured = CapturedConsole.file();

  @Test
  void printsCommandsOfKafkaAclsScript() {
    assertThat(imr("acls", "list", "--format", "commands")).isZero();

    assertThat(captured.out())
        .contains(
            "--add --allow-principal 'User:imr-sender' --operation Write"
                + " --topic 'imr.letters.raw.v1' --resource-pattern-type literal")
        .contains("--transactional-id 'imr-enrich-' --resource-pattern-type prefixed")
        .contains(" --cluster --resource-pattern-type literal");
    assertThat(captured.out().lines()).hasSize(AclRules.all().size());
  }

  @Test
  void replacesPrincipalsOfRoles() {
    assertThat(imr("acls", "list", "--principal", "ingest=CN=ingest,O=example")).isZero();

    assertThat(captured.out()).contains("User:CN=ingest,O=example").doesNotContain("imr-ingest:");
  }

  @Test
  void rejectsUnknownRole() {
    assertThat(imr("acls", "list", "--principal", "ingset=x")).isEqualTo(ExitCode.USAGE);

    assertThat(captured.err()).contains("Unknown role ingset").contains("imr acls list");
  }

  @Test
  void printsOneJsonObjectPerRule() throws IOException {
    assertThat(imr("acls", "list", "--format", "json")).isZero();

    JsonNode rules = new ObjectMapper().readTree(captured.out());
    assertThat(rules).hasSize(AclRules.all().size());
    assertThat(rules.get(0).path("role").asText()).isEqualTo("sender");
    assertThat(rules.get(0).path("operations").get(0).asText()).isEqualTo("Write");
    assertThat(rules.get(0).path("pattern").asText()).isEqualTo("literal");
  }

  @Test
  void documentationContainsRules() throws IOException {
    assertThat(imr("acls", "list", "--format", "markdown")).isZero();

    assertThat(Files.readString(PAGE)).contains(captured.out());
  }

  private int imr(String... arguments) {
    return Imr.commandLine(captured.console()).execute(arguments);
  }
}
