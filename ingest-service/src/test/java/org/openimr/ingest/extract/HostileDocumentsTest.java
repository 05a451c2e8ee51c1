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

/** Each document ends within its limits, with its code, and the next one is read. */
class HostileDocumentsTest {
  private static final Limits LIMITS =
      new Limits(16 << 20, 200, 1_000_000, 64L << 20, 96, Duration.ofSeconds(6));
  private static final byte[] GOOD = Pdfs.ofPages(List.of("a good letter"));

  private static TextExtractor extractor;
  private static ServerSocket elsewhere;
  private static final AtomicInteger CALLS = new AtomicInteger();

  @BeforeAll
  static void start() throws IOException {
    extractor = TextExtractor.isolated(LIMITS, 1);
    elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(HostileDocumentsTest::countCalls);
  }

  @AfterAll
  static void stop() throws IOException {
    extractor.close();
    elsewhere.close();
  }

  static Stream<Arguments> attacks() {
    return Stream.of(
        attack("bomb in page contents", HostilePdfs::bombInPageContents, Refused.Code.TOO_LARGE),
        attack(
            "bomb in a font",
            HostilePdfs::bombInFont,
            Refused.Code.TOO_LARGE,
            Refused.Code.TOO_SLOW),
        attack(
            "bomb inside another coding",
            HostilePdfs::bombInsideAnotherCoding,
            Refused.Code.TOO_LARGE,
            Refused.Code.TOO_SLOW),
        attack("forms that multiply", HostilePdfs::formsThatMultiply, Refused.Code.TOO_SLOW),
        attack("10,000 pages", () -> HostilePdfs.manyPages(10_000), Refused.Code.TOO_LARGE),
        attack(
            "more pages than it says",
            () -> HostilePdfs.morePagesThanItSays(10_000),
            Refused.Code.TOO_LARGE),
        attack("100 MB of one line", () -> HostilePdfs.oneLine(100 << 20), Refused.Code.TOO_LARGE),
        attack(
            "2 MB of one line",
            () -> HostilePdfs.oneLine(2 << 20),
            Refused.Code.TOO_LARGE,
            Refused.Code.TOO_SLOW),
        attack(
            "form that draws itself",
            HostilePdfs::formThatDrawsItself,
            Refused.Code.PDF_WITHOUT_TEXT,
            Refused.Code.TOO_SLOW),
        attack(
            "pages in a loop",
            HostilePdfs::pagesInALoop,
            Refused.Code.PDF_UNREADABLE,
            Refused.Code.PDF_WITHOUT_TEXT),
        attack("references in a loop", HostilePdfs::referencesInALoop, Refused.Code.PDF_UNREADABLE),
        attack(
            "stream that is its own length",
            HostilePdfs::streamThatIsItsOwnLength,
            Refused.Code.PDF_UNREADABLE,
            Refused.Code.PDF_WITHOUT_TEXT),
        attack(
            "deep nesting",
            () -> HostilePdfs.deepNesting(1_000_000),
            Refused.Code.PDF_UNREADABLE,
            Refused.Code.PDF_WITHOUT_TEXT),
        attack(
            "deep nesting in page contents",
            () -> HostilePdfs.deepNestingInPageContents(1_000_000),
            Refused.Code.PDF_UNREADABLE,
            Refused.Code.PDF_WITHOUT_TEXT),
        attack(
            "deep page tree",
            () -> HostilePdfs.deepPageTree(50_000),
            Refused.Code.PDF_UNREADABLE,
            Refused.Code.PDF_WITHOUT_TEXT),
        attack(
            "wrong types",
            HostilePdfs::wrongTypes,
            Refused.Code.PDF_UNREADABLE,
            Refused.Code.PDF_WITHOUT_TEXT),
        attack("huge picture", HostilePdfs::hugePicture, Refused.Code.PDF_WITHOUT_TEXT),
        attack(
            "contents from elsewhere",
            () -> HostilePdfs.contentsFromElsewhere(address()),
            Refused.Code.PDF_WITHOUT_TEXT,
            Refused.Code.PDF_UNREADABLE),
        attack(
            "head and tail with nothing between",
            () -> "%PDF-1.7\n%%EOF".getBytes(ISO_8859_1),
            Refused.Code.PDF_UNREADABLE),
        attack("head and noise", HostileDocumentsTest::noise, Refused.Code.PDF_UNREADABLE),
        attack("100 MB of one line of text", () -> filled(100 << 20), Refused.Code.TOO_LARGE),
        attack("16 MB of one line of text", () -> filled(16 << 20), Refused.Code.TOO_LARGE),
        attack("zip", () -> "PK\u0003\u0004rest".getBytes(UTF_8), Refused.Code.UNSUPPORTED_TYPE),
        attack("zeros", () -> new byte[1 << 20], Refused.Code.UNSUPPORTED_TYPE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void anAttackCostsItselfOnly(String name, Supplier<byte[]> document, Set<Refused.Code> codes) {
    byte[] attack = document.get();
    long before = System.nanoTime();
    Extraction extraction = extractor.extract(attack);
    Duration took = Duration.ofNanos(System.nanoTime() - before);

    assertThat(extraction)
        .as(name)
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isIn(codes));
    assertThat(took).isLessThan(LIMITS.time().plusMinutes(3));
    assertThat(extractor.extract(GOOD)).isInstanceOf(Extracted.class);
  }

  @Test
  void aPdfIsReadThoughItsCrossReferencesAreBroken() {
    assertThat(extractor.extract(HostilePdfs.brokenCrossReferences()))
        .isInstanceOfSatisfying(
            Extracted.class,
            extracted -> assertThat(extracted.text()).contains("can be found again"));
  }

  @Test
  void nothingOfAPdfIsRunOrFetched() {
    assertThat(extractor.extract(HostilePdfs.xfaWithExternalEntity(address())))
        .isInstanceOf(Extracted.class);
    assertThat(extractor.extract(HostilePdfs.actions(address()))).isInstanceOf(Extracted.class);
    extractor.extract(HostilePdfs.contentsFromElsewhere(address()));

    assertThat(CALLS).hasValue(0);
  }

  private static Arguments attack(String name, Supplier<byte[]> document, Refused.Code... codes) {
    return Arguments.of(name, document, Set.of(codes));
  }

  private static String address() {
    return "http://127.0.0.1:" + elsewhere.getLocalPort() + "/";
  }

  private static void countCalls() {
    try {
      while (true) {
        elsewhere.accept().close();
        CALLS.incrementAndGet();
      }
    } catch (IOException e) {
      // the test is over
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
