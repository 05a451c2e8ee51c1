package org.openimr.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
  @TempDir private Path folder;

  @Test
  void aKeptFolderHasTheSamePortsAtEachRun() throws IOException {
    Ports first = Ports.of(data());

    assertThat(first).isNotEqualTo(Ports.FREE);
    assertThat(Ports.of(data())).isEqualTo(first);
  }

  @Test
  void portsThatSomeoneElseHasAreChosenAnew() throws IOException {
    Ports first = Ports.of(data());

    try (ServerSocket taken =
        new ServerSocket(first.registry(), 1, InetAddress.getLoopbackAddress())) {
      Ports second = Ports.of(data());

      assertThat(List.of(second.broker(), second.registry(), second.http()))
          .doesNotContain(taken.getLocalPort());
      assertThat(Ports.of(data())).isEqualTo(second);
    }
  }

  private DataFolder data() throws IOException {
    return DataFolder.open(Optional.of(folder.resolve("state")), true);
  }
}
