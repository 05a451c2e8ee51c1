package org.openimr.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelinePortsTest {
  @TempDir private Path directory;

  @Test
  void reusesPortsOfPreviousRun() throws IOException {
    PipelinePorts first = PipelinePorts.of(data());

    assertThat(first).isNotEqualTo(PipelinePorts.FREE);
    assertThat(PipelinePorts.of(data())).isEqualTo(first);
  }

  @Test
  void choosesNewPortsWhenTaken() throws IOException {
    PipelinePorts first = PipelinePorts.of(data());

    try (ServerSocket taken =
        new ServerSocket(first.registry(), 1, InetAddress.getLoopbackAddress())) {
      PipelinePorts second = PipelinePorts.of(data());

      assertThat(List.of(second.broker(), second.registry(), second.http()))
          .doesNotContain(taken.getLocalPort());
      assertThat(PipelinePorts.of(data())).isEqualTo(second);
    }
  }

  private DataDirectory data() throws IOException {
    return DataDirectory.open(Optional.of(directory.resolve("state")), true);
  }
}
