package org.openimr.parser.letter.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.text.NormalizedLetter;

class PageCleanerTest {
  private static final String[] BODIES = {
    "The baker hurt the left wrist. A splint was worn for three weeks, and rest was\nadvised until",
    "the grip had come back. Then a course of therapy was asked for, which the plan\n"
        + "refused. It was",
    "argued that the first course had not been used up.\nThe reviewer agrees with this.",
  };

  private static final String WRAPPED =
      """
      the baker hurt the left wrist. A splint was worn for three weeks, and rest was advised
      until the grip had come back. Then a course of therapy was asked for, which the plan
      refused. It was argued that the first course of therapy (%d) had not been used up, and
      """;

  private static String clean(String text) {
    return PageCleaner.clean(NormalizedLetter.of(text)).letter().text();
  }

  private static String pages(String separator, IntFunction<String> top, IntFunction<String> foot) {
    List<String> pages = new ArrayList<>();
    for (int k = 0; k < BODIES.length; k++) {
      pages.add(top.apply(k + 1) + BODIES[k] + "\n" + foot.apply(k + 1));
    }
    return String.join(separator, pages);
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String plainWords() {
    return words(pages("\f", k -> "", k -> ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Orchid Claims 04-07-2018 7:1%d PM sheet %d/9",
        "OAK-%06d",
        "Tab %d of the binder",
        "Scanned by Intake 4, item 77%d",
      })
  void blanksLinesThatCountThePages(String form) {
    IntFunction<String> stamp = k -> form.replaceAll("%0?6?d", String.valueOf(k + 3)) + "\n";

    assertThat(words(clean(pages("\f", stamp, k -> "")))).isEqualTo(plainWords());
    assertThat(words(clean(pages("\f", k -> "", stamp)))).isEqualTo(plainWords());
  }

  @Test
  void blanksANoticeThatIsOnAllPages() {
    String notice = "Privileged and confidential; do not disclose to other parties.\n";

    assertThat(words(clean(pages("\f", k -> "", k -> notice)))).isEqualTo(plainWords());
  }

  @Test
  void blanksANoticeOfTwoLines() {
    String notice = "\nFor the addressee only.\nunauthorized copies are prohibited\n";

    assertThat(words(clean(pages("\f", k -> "", k -> notice)))).isEqualTo(plainWords());
  }

  @Test
  void keepsTextThatIsAtTheEdgeOfTwoPages() {
    String text =
        "The brace helped.\n"
            + "Therefore it is\n"
            + "necessary.\n"
            + "\fThe strap helped.\n"
            + "Therefore it is\n"
            + "necessary.\n";

    assertThat(clean(text)).isEqualTo(text);
  }

  @Test
  void keepsAPageThatIsThereTwice() {
    String page =
        "First of all the wrist.\nThen the arm.\nThen\nthe hand.\nAt last the head.\nEnd.";
    String text = page + "\n\f" + page;

    assertThat(clean(text)).isEqualTo(text);
  }

  @Test
  void keepsTheLengthOfTheText() {
    String text = pages("\f", k -> "OAK-00" + k + "\n", k -> "");

    assertThat(clean(text)).hasSameSizeAs(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Quayside Brokers / Poe",
        "Only for the eyes of the person named on the envelope. Shred after use.",
        "=%d=",
      })
  void blanksALineThatInterruptsSentencesWithoutFormFeeds(String form) {
    StringBuilder text = new StringBuilder();
    for (int page = 1; page <= 3; page++) {
      text.append(WRAPPED.formatted(page * page))
          .append(form.replace("%d", String.valueOf(page)))
          .append("\n\n\n");
      text.append("part ").append("abc".charAt(page - 1)).append(" of it was,\n");
    }
    text.append("it ends.");

    assertThat(words(clean(text.toString())))
        .isEqualTo(words(text.toString().replaceAll("(?m)^[QO=].*$", "")));
  }

  @Test
  void blanksASentenceAtTheTopOfAllPages() {
    String notice = "Only for the eyes of the person named above. Shred after use.\n";

    assertThat(words(clean(pages("\f", k -> notice, k -> "")))).isEqualTo(plainWords());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n", "\n\n\f"})
  void keepsTheEndOfASentenceThatIsThereTwice(String gap) {
    String text =
        "Head: the guideline on disorders of the neck and of the upper back, of the elbow and\n"
            + "Disorders 2015.%sFoot: the guideline on disorders of the knee and of the hip, and"
            + " those of the ankle\n"
            + "Disorders 2016.%sHand: it says that a splint is worn for three weeks, and that rest"
            + " is advised as well.\n";

    assertThat(clean(text.formatted(gap, gap))).isEqualTo(text.formatted(gap, gap));
  }

  @Test
  void keepsSentencesThatStandAlone() {
    String text =
        "A.\n\nReview after 3 weeks was planned.\n\nB.\n\nReview after 4 weeks was planned.\n\nC.";

    assertThat(clean(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "04/1%d/2016",
        "3%d, with rest in between.",
        "0%d/03/2016; a splint was not asked",
        "section %d, allows a splint for 3%d",
        "Section %d, page %d,",
      })
  void keepsWrappedTextOfTheSameForm(String form) {
    StringBuilder text = new StringBuilder();
    for (int part = 1; part <= 3; part++) {
      text.append("The plan of the claims office was to wait for the letter of the surgeon dated\n")
          .append(form.replace("%d", String.valueOf(part * part)))
          .append("\nabout ")
          .append("abc".charAt(part - 1))
          .append(" splint for the wrist, which was worn for three weeks. The grip came back.\n");
    }

    assertThat(clean(text.toString())).isEqualTo(text.toString());
  }

  @Test
  void keepsTheFirstLinesOfRequests() {
    String text =
        """
        set forth below:

        Flurbiprofen 16%, Baclofen 3%, Lidocaine
        3% cream 112 grams: Overturned

        Rationale: The grip came back, and rest was
        advised. The request is necessary.

        Flurbiprofen 18%, Baclofen 4%, Lidocaine
        5% cream 91 grams: Upheld

        Rationale: The grip did not come back.
        """;

    assertThat(clean(text)).isEqualTo(text);
  }

  @Test
  void keepsALineThatEndsWithACommaAtTheEdgesOfPages() {
    String line = "Chronic Pain Medical Treatment 2016,\n";
    String page = "\fDecision based on MTUS\n";
    String text =
        BODIES[0]
            + page
            + BODIES[1]
            + "\n\f"
            + line
            + "Section(s): Rest.\n"
            + BODIES[2]
            + "\n\f"
            + line
            + "Section(s): Splints.\nThe end of it.\n";

    assertThat(clean(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Only for the eyes of the person named on the envelope; a copy is a crime.",
        "Kept by the office of Poe. Do not lend it to others without a slip.",
      })
  void blanksASentenceOfTheFirstLineThatInterruptsAnother(String notice) {
    String text = notice + "\nCase Number: CM16-9123456\n" + WRAPPED.formatted(1);

    assertThat(clean(text + notice + "\n3 weeks later it ended.\n"))
        .isEqualTo(
            (text + " ".repeat(notice.length()) + "\n3 weeks later it ended.\n")
                .replaceFirst(notice, " ".repeat(notice.length())));
  }

  @Test
  void blanksANoticeNextToPageNumbers() {
    StringBuilder text = new StringBuilder();
    for (int page = 1; page <= 3; page++) {
      text.append("[" + page + "/3]\n\nOnly for the person named. Shred after use.\n\n");
      text.append("part ").append("abc".charAt(page - 1)).append(" of it was,\n");
      text.append(WRAPPED.formatted(page * page));
    }

    assertThat(words(clean(text.toString())))
        .isEqualTo(words(text.toString().replaceAll("(?m)^(\\[|Only).*$", "")));
  }

  @Test
  void blanksALineAboveTheHeaderBlockWithinAStatement() {
    String notice = "For the person named. Shred after use.";
    String text =
        "From: Poe\n\n"
            + "%s\n"
            + "Case Number: CM16-9123456\n"
            + "Based on Chronic Pain 2016,\n"
            + "%s\n"
            + "Section: Rest.";

    assertThat(clean(text.formatted(notice, notice)))
        .isEqualTo(text.formatted(" ".repeat(notice.length()), " ".repeat(notice.length())));
  }
}
