package org.openimr.enrich.topology;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.event.Determination;
import org.openimr.event.Header;
import org.openimr.event.Reviewer;
import org.openimr.event.Sex;
import org.openimr.event.Summary;
import org.openimr.event.Warning;
import org.openimr.event.WarningCode;
import org.openimr.schemas.event.Sha256;

class DeterminationFingerprintTest {
  @Test
  void isSameForDifferentRenderings() {
    assertThat(DeterminationFingerprint.of(of("A back-up “belt”\nfor the  back.")))
        .isEqualTo(DeterminationFingerprint.of(of("A back-\nup \"belt\" for the back.")));
  }

  @ParameterizedTest
  @CsvSource({
    "caf\u00e9, cafe\u0301",
    "90\u00b0 of flexion, 90\u00ba of flexion",
    "12 visits, \uff11\uff12 visits",
    "MRI scan, \uff2d\uff32\uff29 scan",
    "a worker\u2019s note, a worker\u02bcs note",
    "12\u20137 visits, 12-7 visits",
    "12 visits, 12\u00a0visits",
    "ther\u00adapy, therapy",
    "ther\u200bapy, therapy",
    "caf\u00e9 ther\u00adapy, cafe\u0301 therapy",
    "of\ufb01ce visit, office visit",
  })
  void isSameForCharactersThatReadEqually(String text, String other) {
    assertThat(DeterminationFingerprint.of(of(text)))
        .isEqualTo(DeterminationFingerprint.of(of(other)));
  }

  @Test
  void ignoresWarningsAboutThePrint() {
    Determination corrected = of("A kit.");
    corrected
        .getHeader()
        .setWarnings(List.of(new Warning(WarningCode.FIELD_CORRECTED, "caseNumber", "b")));

    assertThat(DeterminationFingerprint.of(corrected))
        .isEqualTo(DeterminationFingerprint.of(of("A kit.")));
  }

  @Test
  void differsForDifferentAccents() {
    assertThat(DeterminationFingerprint.of(of("caf\u00e9")))
        .isNotEqualTo(DeterminationFingerprint.of(of("cafe")));
  }

  @Test
  void differsForDifferentWords() {
    assertThat(DeterminationFingerprint.of(of("A back-up belt.")))
        .isNotEqualTo(DeterminationFingerprint.of(of("A kit.")));
  }

  @Test
  void coversWholeOfVeryLongText() {
    String pages = "Synthetic words \u00e9 \u4e2d. ".repeat(50_000);

    assertThat(DeterminationFingerprint.of(of(pages + "Upheld")))
        .isEqualTo(DeterminationFingerprint.of(of(pages + " Upheld.")))
        .isNotEqualTo(DeterminationFingerprint.of(of(pages + "Overturned")));
  }

  /** Fingerprints are persisted: a change of the algorithm would publish every case again. */
  @Test
  void isHashOfLettersAndDigitsOfEachFact() {
    String none = "-\n".repeat(6);
    String reviewer = "PainMedicine\n\n" + "\n" + "CA\nTX\n\n" + "\n";
    String header = "-\n" + "CM179400001\n" + none + reviewer + "2\n1\n1\n" + "-\n" + "\n\n";
    String summary = "Caf\u00ff\u0000\u00e9 34\n".replace(" ", "") + "34\nFEMALE\n" + "\n\n\n";

    assertThat(DeterminationFingerprint.of(of("Caf\u00e9, 34.")))
        .isEqualTo(
            Arrays.copyOf(
                Sha256.hash((header + summary + "\n").getBytes(ISO_8859_1)),
                DeterminationFingerprint.BYTES));
  }

  private static Determination of(String text) {
    Determination whole = new Determination();
    Header header = new Header();
    header.setCaseNumber("CM17-9400001");
    header.setReviewer(new Reviewer(List.of("Pain Medicine"), List.of(), List.of("CA", "TX")));
    header.setItemCount(2);
    header.setUpheldCount(1);
    header.setOverturnedCount(1);
    header.setWarnings(List.of());
    whole.setHeader(header);
    Summary summary = new Summary();
    summary.setText(text);
    summary.setPatientAge(34);
    summary.setPatientSex(Sex.FEMALE);
    summary.setWarnings(List.of(new Warning(WarningCode.CITATION_UNRESOLVED, "a", "b")));
    whole.setClinicalSummary(summary);
    whole.setDecisions(List.of());
    return whole;
  }
}
