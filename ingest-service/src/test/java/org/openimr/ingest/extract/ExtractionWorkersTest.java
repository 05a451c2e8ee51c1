package org.openimr.ingest.extract;

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

class ExtractionWorkersTest {
  private static final Limits LIMITS =
      new Limits(8 << 20, 200, 1_000_000, 1 << 20, 64, Duration.ofSeconds(5));
  private static final byte[] LETTER = Pdfs.ofPages(List.of("one – “two”"), List.of("three"));

  private final ExtractionWorkers workers = new ExtractionWorkers(LIMITS, 2);

  @AfterEach
  void close() {
    workers.close();
  }

  @Test
  void aPdfReadElsewhereIsAsReadHere() {
    assertThat(workers.read(LETTER)).isEqualTo(new PdfText(LIMITS).extract(LETTER));
    assertThat(workers.read(Pdfs.ofPicture()))
        .isEqualTo(new PdfText(LIMITS).extract(Pdfs.ofPicture()));
  }

  @Test
  void aWorkerStaysForTheNextDocument() {
    assertThat(workers.pids()).isEmpty();
    workers.read(LETTER);
    Set<Long> first = workers.pids();
    workers.read(LETTER);

    assertThat(first).hasSize(1);
    assertThat(workers.pids()).isEqualTo(first);
  }

  @Test
  void aWorkerThatHangsIsReplaced() {
    workers.read(LETTER);
    Set<Long> first = workers.pids();

    assertThat(workers.read(HostilePdfs.formsThatMultiply()))
        .isEqualTo(new Refused(Refused.Code.TOO_SLOW, "time", "not read within 5000 ms of work"));
    assertThat(workers.pids()).isEmpty();
    await().until(() -> first.stream().noneMatch(ExtractionWorkersTest::isAlive));
    assertThat(workers.read(LETTER)).isInstanceOf(Extracted.class);
  }

  @Test
  void aDocumentThatHungAWorkerIsNotReadAgainAtOnce() {
    byte[] hostile = HostilePdfs.formsThatMultiply();
    workers.read(hostile);

    assertThat(workers.read(hostile)).extracting("code").isEqualTo(Refused.Code.TOO_SLOW);
    assertThat(workers.pids()).isEmpty();
  }

  @Test
  void aWorkerThatRunsOutOfMemoryIsReplaced() {
    Limits patient = new Limits(8 << 20, 200, 1_000_000, 1 << 20, 64, Duration.ofMinutes(1));
    try (ExtractionWorkers small = new ExtractionWorkers(patient, 1)) {
      assertThat(small.read(HostilePdfs.bombInFont()))
          .isEqualTo(
              new Refused(Refused.Code.TOO_LARGE, "memory", "not read within 64 MB of memory"));
      assertThat(small.read(LETTER)).isInstanceOf(Extracted.class);
    }
  }

  @Test
  void aWorkerThatSomeoneEndsCostsNoLetter() {
    workers.read(LETTER);
    CompletableFuture<Extraction> reading =
        CompletableFuture.supplyAsync(() -> workers.read(HostilePdfs.formsThatMultiply()));
    Set<Long> first = workers.pids();
    first.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));

    assertThat(reading.join()).extracting("code").isEqualTo(Refused.Code.TOO_SLOW);
    assertThat(workers.read(LETTER)).isInstanceOf(Extracted.class);
    assertThat(workers.pids()).doesNotContainAnyElementsOf(first);
  }

  @Test
  void aLetterThatTheMachineGaveNoTimeIsReadAllTheSame() throws Exception {
    workers.read(LETTER);
    long worker = workers.pids().iterator().next();
    signal("-STOP", worker);
    Instant stopped = Instant.now();
    CompletableFuture<Extraction> reading =
        CompletableFuture.supplyAsync(() -> workers.read(LETTER));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> Instant.now().isAfter(stopped.plus(LIMITS.time()).plusMillis(500)));
    signal("-CONT", worker);

    assertThat(reading.join()).isInstanceOf(Extracted.class);
    assertThat(workers.pids()).containsExactly(worker);
  }

  @Test
  void severalThreadsShareTheWorkers() {
    List<CompletableFuture<Extraction>> readings =
        IntStream.range(0, 20)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> workers.read(LETTER)))
            .toList();

    assertThat(readings).allMatch(reading -> reading.join() instanceof Extracted);
    assertThat(workers.pids()).hasSizeBetween(1, 2);
  }

  @Test
  void noProcessIsLeftBehind() {
    workers.read(LETTER);
    Set<Long> pids = workers.pids();
    workers.close();

    await().until(() -> pids.stream().noneMatch(ExtractionWorkersTest::isAlive));
    assertThatThrownBy(() -> workers.read(LETTER)).isInstanceOf(ExtractionUnavailable.class);
  }

  @Test
  void aWorkerHasNothingOfTheEnvironment() {
    workers.read(LETTER);

    assertThat(workers.pids())
        .allSatisfy(
            pid ->
                assertThat(Path.of("/proc/" + pid + "/environ"))
                    .satisfiesAnyOf(
                        environment -> assertThat(environment).isEmptyFile(),
                        environment -> assertThat(environment).doesNotExist()));
  }

  private static void signal(String signal, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor()).isZero();
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
