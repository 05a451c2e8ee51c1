package org.openimr.tools.benchmarks.parser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.stream.Stream;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.extract.model.ExtractionLimits;
import org.openimr.parser.letter.header.CaseKey;

/** Adversarial plain texts for decoding and for the search of a case number. */
final class AdversarialBytes {
  private static final ExtractionLimits NO_LIMITS =
      new ExtractionLimits(1 << 30, 1, 1 << 30, 1, 32, Duration.ofSeconds(1));
  private static final TextExtractor EXTRACTOR = TextExtractor.inProcess(NO_LIMITS);

  private AdversarialBytes() {}

  static Stream<AdversarialText> all() {
    return Stream.of(
            Stream.of("a", "\r\n", "\r", "\f", " \n\f", "\u00e9", "\ud83d\ude00", "\u0007a")
                .map(part -> plainText("UTF-8", UTF_8, part)),
            Stream.of("a\u00e9", "\u0085\r").map(part -> plainText("1252", ISO_8859_1, part)),
            Stream.of("a\r", "\f").map(part -> plainText("UTF-16", UTF_16, part)),
            Stream.of("CM16-912345 ", "HOW THE ", "CM16 \n", "\u00a0a ", "Case \n")
                .map(part -> AdversarialText.of("case key", part, CaseKey::of)))
        .flatMap(texts -> texts);
  }

  private static AdversarialText plainText(String encoding, Charset charset, String part) {
    return AdversarialText.of(
        "plain text in " + encoding, part, text -> EXTRACTOR.extract(text.getBytes(charset)));
  }
}
