package org.openimr.ingest.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.ingest.extract.model.ExtractedText;
import org.openimr.ingest.extract.model.ExtractionFailure;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.ingest.extract.model.ExtractionResult;
import org.openimr.ingest.extract.pdf.HostilePdfSamples;
import org.openimr.ingest.extract.pdf.PdfSamples;

/** Each hostile document is rejected within its limits, and the next document is read. */
class HostileDocumentsTest {
  private static final ExtractionLimits LIMITS =
      new ExtractionLimits(16 << 20, 200, 1_000_000, 64L << 20, 96, Duration.ofSeconds(6));
  private static final byte[] GOOD = PdfSamples.ofPages(List.of("a good letter"));

  private static TextExtractor extractor;
  private static ServerSocket externalServer;
  private static final AtomicInteger CONNECTIONS = new AtomicInteger();

  @BeforeAll
  static void start() throws IOException {
    extractor = TextExtractor.isolated(LIMITS, 1);
    externalServer = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(HostileDocumentsTest::countConnections);
  }

  @AfterAll
  static void stop() throws IOException {
    extractor.close();
    externalServer.close();
  }

  static Stream<Arguments> attacks() {
    return Stream.of(
        attack(
            "bomb in page contents",
            HostilePdfSamples::bombInPageContents,
            ExtractionFailure.Code.TOO_LARGE),
        attack(
            "bomb in a font",
            HostilePdfSamples::bombInFont,
            ExtractionFailure.Code.TOO_LARGE,
            ExtractionFailure.Code.TOO_SLOW),
        attack(
            "bomb inside another encoding",
            HostilePdfSamples::bombInsideAnotherEncoding,
            ExtractionFailure.Code.TOO_LARGE,
            ExtractionFailure.Code.TOO_SLOW),
        attack(
            "forms that multiply",
            HostilePdfSamples::formsThatMultiply,
            ExtractionFailure.Code.TOO_SLOW),
        attack(
            "10,000 pages",
            () -> HostilePdfSamples.manyPages(10_000),
            ExtractionFailure.Code.TOO_LARGE),
        attack(
            "more pages than declared",
            () -> HostilePdfSamples.morePagesThanDeclared(10_000),
            ExtractionFailure.Code.TOO_LARGE),
        attack(
            "100 MB of one line",
            () -> HostilePdfSamples.oneLine(100 << 20),
            ExtractionFailure.Code.TOO_LARGE),
        attack(
            "2 MB of one line",
            () -> HostilePdfSamples.oneLine(2 << 20),
            ExtractionFailure.Code.TOO_LARGE,
            ExtractionFailure.Code.TOO_SLOW),
        attack(
            "form that draws itself",
            HostilePdfSamples::formThatDrawsItself,
            ExtractionFailure.Code.PDF_WITHOUT_TEXT,
            ExtractionFailure.Code.TOO_SLOW),
        attack(
            "pages in a loop",
            HostilePdfSamples::pagesInALoop,
            ExtractionFailure.Code.PDF_UNREADABLE,
            ExtractionFailure.Code.PDF_WITHOUT_TEXT),
        attack(
            "references in a loop",
            HostilePdfSamples::referencesInALoop,
            ExtractionFailure.Code.PDF_UNREADABLE),
        attack(
            "stream that is its own length",
            HostilePdfSamples::streamThatIsItsOwnLength,
            ExtractionFailure.Code.PDF_UNREADABLE,
            ExtractionFailure.Code.PDF_WITHOUT_TEXT),
        attack(
            "deep nesting",
            () -> HostilePdfSamples.deepNesting(1_000_000),
            ExtractionFailure.Code.PDF_UNREADABLE,
            ExtractionFailure.Code.PDF_WITHOUT_TEXT),
        attack(
            "deep nesting in page contents",
            () -> HostilePdfSamples.deepNestingInPageContents(1_000_000),
            ExtractionFailure.Code.PDF_UNREADABLE,
            ExtractionFailure.Code.PDF_WITHOUT_TEXT),
        attack(
            "deep page tree",
            () -> HostilePdfSamples.deepPageTree(50_000),
            ExtractionFailure.Code.PDF_UNREADABLE,
            ExtractionFailure.Code.PDF_WITHOUT_TEXT),
        attack(
            "wrong types",
            HostilePdfSamples::wrongTypes,
            ExtractionFailure.Code.PDF_UNREADABLE,
            ExtractionFailure.Code.PDF_WITHOUT_TEXT),
        attack("huge image", HostilePdfSamples::hugeImage, ExtractionFailure.Code.PDF_WITHOUT_TEXT),
        attack(
            "external contents",
            () -> HostilePdfSamples.externalContents(address()),
            ExtractionFailure.Code.PDF_WITHOUT_TEXT,
            ExtractionFailure.Code.PDF_UNREADABLE),
        attack(
            "header and end mark only",
            () -> "%PDF-1.7\n%%EOF".getBytes(ISO_8859_1),
            ExtractionFailure.Code.PDF_UNREADABLE),
        attack(
            "header and noise", HostileDocumentsTest::noise, ExtractionFailure.Code.PDF_UNREADABLE),
        attack(
            "100 MB of one line of text",
            () -> filled(100 << 20),
            ExtractionFailure.Code.TOO_LARGE),
        attack(
            "16 MB of one line of text", () -> filled(16 << 20), ExtractionFailure.Code.TOO_LARGE),
        attack(
            "zip",
            () -> "PK\u0003\u0004rest".getBytes(UTF_8),
            ExtractionFailure.Code.UNSUPPORTED_TYPE),
        attack("zeros", () -> new byte[1 << 20], ExtractionFailure.Code.UNSUPPORTED_TYPE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void rejectsHostileDocumentAndReadsNext(
      String name, Supplier<byte[]> document, Set<ExtractionFailure.Code> codes) {
    byte[] attack = document.get();
    long before = System.nanoTime();
    ExtractionResult extraction = extractor.extract(attack);
    Duration took = Duration.ofNanos(System.nanoTime() - before);

    assertThat(extraction)
        .as(name)
        .isInstanceOfSatisfying(
            ExtractionFailure.class, failure -> assertThat(failure.code()).isIn(codes));
    assertThat(took).isLessThan(LIMITS.maxTime().plusMinutes(3));
    assertThat(extractor.extract(GOOD)).isInstanceOf(ExtractedText.class);
  }

  static Stream<Arguments> crowdedPages() {
    return Stream.of(
        Arguments.of("10,000 fills", HostilePdfSamples.manyFills(10_000)),
        Arguments.of("20,000 nested clips", HostilePdfSamples.manyClips(20_000)),
        Arguments.of(
            "letters on top of each other", HostilePdfSamples.lettersOnTopOfEachOther(50_000)),
        Arguments.of("scattered words", HostilePdfSamples.scatteredWords(50_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("crowdedPages")
  void readsCrowdedPageInLinearTime(String name, byte[] document) {
    assertThat(extractor.extract(document))
        .as(name)
        .satisfies(
            extraction -> {
              if (extraction instanceof ExtractionFailure failure) {
                assertThat(failure.code()).isNotEqualTo(ExtractionFailure.Code.TOO_SLOW);
              }
            });
  }

  @Test
  void readsPdfWithBrokenCrossReferences() {
    assertThat(extractor.extract(HostilePdfSamples.brokenCrossReferences()))
        .isInstanceOfSatisfying(
            ExtractedText.class,
            extracted -> assertThat(extracted.text()).contains("can be found again"));
  }

  @Test
  void runsAndFetchesNothing() {
    assertThat(extractor.extract(HostilePdfSamples.xfaWithExternalEntity(address())))
        .isInstanceOf(ExtractedText.class);
    assertThat(extractor.extract(HostilePdfSamples.actions(address())))
        .isInstanceOf(ExtractedText.class);
    extractor.extract(HostilePdfSamples.externalContents(address()));

    assertThat(CONNECTIONS).hasValue(0);
  }

  private static Arguments attack(
      String name, Supplier<byte[]> document, ExtractionFailure.Code... codes) {
    return Arguments.of(name, document, Set.of(codes));
  }

  private static String address() {
    return "http://127.0.0.1:" + externalServer.getLocalPort() + "/";
  }

  private static void countConnections() {
    try {
      while (true) {
        externalServer.accept().close();
        CONNECTIONS.incrementAndGet();
      }
    } catch (IOException e) {
      // the test has finished
    }
  }

  private static byte[] noise() {
    byte[] noise = new byte[100_000];
    new java.util.Random(1).nextBytes(noise);
    byte[] head = "%PDF-1.4\n".getBytes(ISO_8859_1);
    System.arraycopy(head, 0, noise, 0, head.length);
    byte[] tail = "\n%%EOF".getBytes(ISO_8859_1);
    System.arraycopy(tail, 0, noise, noise.length - tail.length, tail.length);
    return noise;
  }

  private static byte[] filled(int length) {
    byte[] line = new byte[length];
    Arrays.fill(line, (byte) 'x');
    return line;
  }
}
