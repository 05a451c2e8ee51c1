package org.openimr.systemtest.containers;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * A container of one of the project's images with as little as it needs: nothing to write to but
 * its state and {@code /tmp}, no capability, a bound on its memory.
 */
final class HardenedContainer extends GenericContainer<HardenedContainer> {
  private static final long MEMORY_BYTES = 1L << 30;
  private static final Duration START = Duration.ofMinutes(4);

  private HardenedContainer(ContainerImage image, Network network) {
    super(image.image());
    withNetwork(network);
    withTmpFs(Map.of("/tmp", "rw,exec"));
    withCreateContainerCmdModifier(HardenedContainer::lockDown);
  }

  /** A program that runs to its end. */
  static HardenedContainer job(ContainerImage image, Network network) {
    return new HardenedContainer(image, network);
  }

  /** A service that is up when it says that it is ready. */
  static HardenedContainer service(ContainerImage image, Network network, int healthPort) {
    return new HardenedContainer(image, network)
        .withExposedPorts(healthPort)
        .waitingFor(Wait.forHttp("/health/ready").forPort(healthPort).withStartupTimeout(START));
  }

  /** Ends it as a power failure would. */
  void killNow() {
    getDockerClient().killContainerCmd(getContainerId()).exec();
  }

  /**
   * Starts it again after {@link #killNow}, with the state that it left, and waits until it is
   * ready.
   */
  void restart() {
    getDockerClient().startContainerCmd(getContainerId()).exec();
    await(getDockerImageName() + " ready again")
        .atMost(START)
        .ignoreExceptions()
        .until(() -> isReady(HttpClient.newHttpClient()));
  }

  /** Address of one of its ports on this machine; another one after each start. */
  URI address(int port) {
    String hostPort =
        getCurrentContainerInfo()
            .getNetworkSettings()
            .getPorts()
            .getBindings()
            .get(ExposedPort.tcp(port))[0]
            .getHostPortSpec();
    return URI.create("http://%s:%s/".formatted(getHost(), hostPort));
  }

  private boolean isReady(HttpClient http) throws IOException, InterruptedException {
    URI health = address(getExposedPorts().getFirst()).resolve("/health/ready");
    return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding()).statusCode()
        == 200;
  }

  /** Takes it off the network; its connections get no answer any more. */
  void disconnect(Network network) {
    getDockerClient()
        .disconnectFromNetworkCmd()
        .withNetworkId(network.getId())
        .withContainerId(getContainerId())
        .exec();
  }

  /** Puts it back after {@link #disconnect}. */
  void connect(Network network) {
    getDockerClient()
        .connectToNetworkCmd()
        .withNetworkId(network.getId())
        .withContainerId(getContainerId())
        .exec();
  }

  private static void lockDown(CreateContainerCmd command) {
    HostConfig host = command.getHostConfig();
    host.withReadonlyRootfs(true)
        .withCapDrop(Capability.ALL)
        .withSecurityOpts(List.of("no-new-privileges"))
        .withMemory(MEMORY_BYTES)
        .withMounts(List.of(new Mount().withType(MountType.VOLUME).withTarget("/var/lib/imr")));
  }
}
