package org.openimr.ingest.extract.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionResult;
import org.openimr.ingest.extract.model.ExtractionUnavailableException;
import org.openimr.ingest.extract.pdf.HostilePdfSamples;
import org.openimr.ingest.extract.pdf.PdfSamples;
import org.openimr.ingest.extract.pdf.PdfTextExtractor;
import org.openimr.schemas.event.Sha256;

class PdfWorkerPoolTest {
  private static final ExtractionLimits LIMITS =
      new ExtractionLimits(8 << 20, 200, 1_000_000, 1 << 20, 64, Duration.ofSeconds(5));
  private static final byte[] LETTER = PdfSamples.ofPages(List.of("one – “two”"), List.of("three"));

  private static final String LINE = PdfSamples.text(72, 700, "seen");

  private final PdfWorkerPool workers = new PdfWorkerPool(LIMITS, 2);

  @AfterEach
  void close() {
    workers.close();
  }

  @Test
  void returnsSameResultAsInProcessReader() {
    assertThat(read(workers, LETTER)).isEqualTo(new PdfTextExtractor(LIMITS).extract(LETTER));
    assertThat(read(workers, PdfSamples.ofImage()))
        .isEqualTo(new PdfTextExtractor(LIMITS).extract(PdfSamples.ofImage()));
  }

  @Test
  void returnsWarnings() {
    byte[] pdf = PdfSamples.ofContents("1 g " + PdfSamples.text(72, 700, "unseen"), "0 g", LINE);

    ExtractedText extracted = (ExtractedText) read(workers, pdf);

    assertThat(extracted.warnings()).hasSize(1);
    assertThat(extracted).isEqualTo(new PdfTextExtractor(LIMITS).extract(pdf));
  }

  @Test
  void reusesWorker() {
    assertThat(workers.pids()).isEmpty();
    read(workers, LETTER);
    Set<Long> first = workers.pids();
    read(workers, LETTER);

    assertThat(first).hasSize(1);
    assertThat(workers.pids()).isEqualTo(first);
  }

  @Test
  void replacesHangingWorker() {
    read(workers, LETTER);
    Set<Long> first = workers.pids();

    assertThat(read(workers, HostilePdfSamples.formsThatMultiply()))
        .isEqualTo(
            new ExtractionFailure(
                ExtractionFailure.Code.TOO_SLOW, "time", "more than 5000 ms of CPU time"));
    assertThat(workers.pids()).isEmpty();
    await().until(() -> first.stream().noneMatch(PdfWorkerPoolTest::isAlive));
    assertThat(read(workers, LETTER)).isInstanceOf(ExtractedText.class);
  }

  @Test
  void cachesFailureOfHangingDocument() {
    byte[] hostile = HostilePdfSamples.formsThatMultiply();
    read(workers, hostile);

    assertThat(read(workers, hostile))
        .extracting("code")
        .isEqualTo(ExtractionFailure.Code.TOO_SLOW);
    assertThat(workers.pids()).isEmpty();
  }

  @Test
  void replacesWorkerThatRunsOutOfMemory() {
    ExtractionLimits patient =
        new ExtractionLimits(8 << 20, 200, 1_000_000, 1 << 20, 64, Duration.ofMinutes(1));
    try (PdfWorkerPool small = new PdfWorkerPool(patient, 1)) {
      assertThat(read(small, HostilePdfSamples.bombInFont()))
          .isEqualTo(
              new ExtractionFailure(
                  ExtractionFailure.Code.TOO_LARGE, "memory", "more than 64 MB of memory"));
      assertThat(read(small, LETTER)).isInstanceOf(ExtractedText.class);
    }
  }

  @Test
  void retriesDocumentOfKilledWorker() {
    read(workers, LETTER);
    CompletableFuture<ExtractionResult> reading =
        CompletableFuture.supplyAsync(() -> read(workers, HostilePdfSamples.formsThatMultiply()));
    Set<Long> first = workers.pids();
    first.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));

    assertThat(reading.join()).extracting("code").isEqualTo(ExtractionFailure.Code.TOO_SLOW);
    assertThat(read(workers, LETTER)).isInstanceOf(ExtractedText.class);
    assertThat(workers.pids()).doesNotContainAnyElementsOf(first);
  }

  @Test
  void readsLetterAfterWorkerWasSuspended() throws Exception {
    read(workers, LETTER);
    long worker = workers.pids().iterator().next();
    signal("-STOP", worker);
    Instant stopped = Instant.now();
    CompletableFuture<ExtractionResult> reading =
        CompletableFuture.supplyAsync(() -> read(workers, LETTER));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> Instant.now().isAfter(stopped.plus(LIMITS.maxTime()).plusMillis(500)));
    signal("-CONT", worker);

    assertThat(reading.join()).isInstanceOf(ExtractedText.class);
    assertThat(workers.pids()).containsExactly(worker);
  }

  @Test
  void sharesWorkersAmongThreads() {
    List<CompletableFuture<ExtractionResult>> readings =
        IntStream.range(0, 20)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> read(workers, LETTER)))
            .toList();

    assertThat(readings).allMatch(reading -> reading.join() instanceof ExtractedText);
    assertThat(workers.pids()).hasSizeBetween(1, 2);
  }

  @Test
  void stopsWorkersOnClose() {
    read(workers, LETTER);
    Set<Long> pids = workers.pids();
    workers.close();

    await().until(() -> pids.stream().noneMatch(PdfWorkerPoolTest::isAlive));
    assertThatThrownBy(() -> read(workers, LETTER))
        .isInstanceOf(ExtractionUnavailableException.class);
  }

  @Test
  void startsWorkersWithoutEnvironment() {
    read(workers, LETTER);

    assertThat(workers.pids())
        .allSatisfy(
            pid ->
                assertThat(Path.of("/proc/" + pid + "/environ"))
                    .satisfiesAnyOf(
                        environment -> assertThat(environment).isEmptyFile(),
                        environment -> assertThat(environment).doesNotExist()));
  }

  private static ExtractionResult read(PdfWorkerPool pool, byte[] pdf) {
    return pool.read(pdf, Sha256.hex(pdf));
  }

  private static void signal(String signal, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor()).isZero();
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
