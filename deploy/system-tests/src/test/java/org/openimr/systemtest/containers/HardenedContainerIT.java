package org.openimr.systemtest.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;

/** What the images do without. */
@ExtendWith(ContainerStackExtension.class)
class HardenedContainerIT {
  @Test
  void servicesDoNotRunAsRoot(ContainerStack installation) throws Exception {
    for (HardenedContainer service : services(installation).toList()) {
      ExecResult user = service.execInContainer("id", "-u");

      assertThat(user.getStdout().strip()).as(service.getDockerImageName()).isEqualTo("10001");
    }
  }

  @Test
  void servicesWriteOnlyToStateAndTmp(ContainerStack installation) throws Exception {
    for (HardenedContainer service : services(installation).toList()) {
      ExecResult changed =
          service.execInContainer(
              "bash", "-c", "for f in /app/x /x /etc/x /var/lib/x; do touch $f && echo $f; done");
      ExecResult kept =
          service.execInContainer("bash", "-c", "touch /tmp/x /var/lib/imr/x && echo done");

      assertThat(changed.getStdout()).as(service.getDockerImageName()).isEmpty();
      assertThat(kept.getStdout()).as(service.getDockerImageName()).isEqualTo("done\n");
    }
  }

  @Test
  void imagesContainTheirBillOfMaterials(ContainerStack installation) throws Exception {
    for (HardenedContainer service : services(installation).toList()) {
      String list = service.execInContainer("bash", "-c", "cat /app/sbom/*.json").getStdout();

      assertThat(list)
          .as(service.getDockerImageName())
          .contains("\"bomFormat\" : \"CycloneDX\"", "pkg:maven/org.apache.kafka/kafka-clients@");
    }
  }

  @Test
  void imagesStartFromTheirClassDataArchive(ContainerStack installation) {
    try (HardenedContainer imr =
        HardenedContainer.job(ContainerImage.IMR, installation.network())
            .withEnv("JAVA_TOOL_OPTIONS", "-Xlog:class+load")
            .withCommand("--version")
            .withStartupCheckStrategy(
                new OneShotStartupCheckStrategy().withTimeout(Duration.ofMinutes(3)))) {
      imr.start();

      assertThat(imr.getLogs().lines())
          .anyMatch(
              line ->
                  line.contains("org.openimr.cli.Imr source:")
                      && line.contains("shared objects file (top)"));
    }
  }

  private static Stream<HardenedContainer> services(ContainerStack installation) {
    return Stream.of(installation.ingest(), installation.enrich(), installation.sinks());
  }
}
