package org.openimr.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.openimr.local.console.CapturedConsole;
import org.openimr.local.console.Summary;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Settings;
import org.openimr.sink.monitor.DecisionFeed;

/** A pipeline on the embedded broker and registry that a folder of letters has gone through. */
final class FinishedRun implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private final DataFolder data;
  private final Pipeline pipeline;
  private final CapturedConsole captured = CapturedConsole.file();
  private Summary summary;

  private FinishedRun(DataFolder data, Pipeline pipeline) {
    this.data = data;
    this.pipeline = pipeline;
  }

  static FinishedRun over(Path letters) throws IOException, InterruptedException {
    DataFolder data = DataFolder.open(Optional.empty(), false);
    FinishedRun run =
        new FinishedRun(data, Pipeline.start(data, Ports.FREE, new StringBuilder()::append));
    run.take(letters);
    return run;
  }

  private void take(Path letters) throws IOException {
    Settings connection = connection();
    pipeline.awaitReady(() -> false);
    try (DecisionFeed feed =
            DecisionFeed.fromNow(connection.kafka(), EventSerdes.of(connection.registry()));
        LetterFolder folder = LetterFolder.open(letters, data.of("letters"), connection, true)) {
      Watch watch = new Watch(pipeline, folder, feed, captured.console(), PATIENCE);
      assertThat(watch.run(true, () -> false)).isEqualTo(Watch.End.ALL_THROUGH);
      summary = watch.summary();
    }
  }

  Settings connection() {
    return pipeline.connection();
  }

  Pipeline pipeline() {
    return pipeline;
  }

  Summary summary() {
    return summary;
  }

  String printed() {
    return captured.out();
  }

  @Override
  public void close() {
    pipeline.close();
    data.close();
  }
}
