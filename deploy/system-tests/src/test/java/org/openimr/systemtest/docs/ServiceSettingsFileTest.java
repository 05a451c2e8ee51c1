package org.openimr.systemtest.docs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.enrich.EnrichService;
import org.openimr.ingest.IngestService;
import org.openimr.sink.monitor.MonitorService;
import org.openimr.sink.worker.SinkService;

/** Every service reads its settings from the file that is its first argument (settings.md). */
class ServiceSettingsFileTest {
  @TempDir private Path directory;

  private interface ServiceMain {
    void run(String[] arguments) throws Exception;
  }

  static Stream<Named<ServiceMain>> services() {
    return Stream.of(
        Named.of("ingest", IngestService::main),
        Named.of("enrich", EnrichService::main),
        Named.of("sinks", SinkService::main),
        Named.of("monitor", MonitorService::main));
  }

  @ParameterizedTest
  @MethodSource("services")
  void readsSettingsFile(ServiceMain service) throws IOException {
    Path file = Files.writeString(directory.resolve("service.properties"), "no.such.setting=1");

    assertThatThrownBy(() -> service.run(new String[] {file.toString()}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown settings [no.such.setting]");
  }
}
