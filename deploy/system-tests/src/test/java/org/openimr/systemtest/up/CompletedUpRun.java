package org.openimr.systemtest.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.openimr.cli.console.CapturedConsole;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.settings.Settings;
import org.openimr.standalone.pipeline.DataDirectory;
import org.openimr.standalone.pipeline.LocalPipeline;
import org.openimr.standalone.pipeline.PipelinePorts;
import org.openimr.standalone.up.FolderIngest;
import org.openimr.standalone.up.LetterBaseline;
import org.openimr.standalone.up.LetterProgress;
import org.openimr.standalone.up.LetterResultConsumer;
import org.openimr.standalone.up.UpRunSummary;

/** A pipeline on the embedded broker and registry that a folder of letters has gone through. */
final class CompletedUpRun implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private final DataDirectory data;
  private final LocalPipeline pipeline;
  private final CapturedConsole captured = CapturedConsole.file();
  private UpRunSummary summary;

  private CompletedUpRun(DataDirectory data, LocalPipeline pipeline) {
    this.data = data;
    this.pipeline = pipeline;
  }

  static CompletedUpRun over(Path letters) throws IOException, InterruptedException {
    DataDirectory data = DataDirectory.open(Optional.empty(), false);
    CompletedUpRun run =
        new CompletedUpRun(
            data, LocalPipeline.start(data, PipelinePorts.FREE, new StringBuilder()::append));
    run.take(letters);
    return run;
  }

  private void take(Path letters) throws IOException {
    Settings connection = connection();
    pipeline.awaitReady(() -> false);
    LetterBaseline earlier = LetterBaseline.of(pipeline);
    try (LetterResultConsumer feed =
            LetterResultConsumer.fromLatest(
                connection.kafka(), EventSerdes.of(connection.registry()));
        FolderIngest folder =
            FolderIngest.open(letters, data.subdirectory("letters"), connection, true)) {
      LetterProgress watch =
          new LetterProgress(pipeline, earlier, folder, feed, captured.console(), PATIENCE);
      assertThat(watch.run(true, () -> false)).isEqualTo(LetterProgress.End.COMPLETED);
      summary = watch.summary();
    }
  }

  Settings connection() {
    return pipeline.connection();
  }

  LocalPipeline pipeline() {
    return pipeline;
  }

  UpRunSummary summary() {
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
