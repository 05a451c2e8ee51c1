package org.openimr.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.event.Determination;
import org.openimr.event.Header;
import org.openimr.event.Warning;
import org.openimr.event.WarningCode;

class CaseStateTest {
  private static final int BYTES_OF_FIRST_VERSION = 40;

  private final Serde<CaseState> serde = CaseState.serde();

  @Test
  void keepsAllValues() {
    CaseState state = state(17_000, 16_900);

    assertThat(read(serde.serializer().serialize("cases", state)))
        .usingRecursiveComparison()
        .isEqualTo(state);
  }

  @Test
  void readsStatesOfFirstVersion() {
    byte[] bytes = serde.serializer().serialize("cases", state(17_000, 16_900));

    CaseState read = read(Arrays.copyOf(bytes, BYTES_OF_FIRST_VERSION));

    assertThat(read)
        .usingRecursiveComparison()
        .isEqualTo(state(CaseState.NO_DAY, CaseState.NO_DAY));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // letter id, its decision date, day of the current letter, replaced day, is older
        "0a, 2017-02-15, 2017-02-16, -, true",
        "0a, 2017-02-16, 2017-02-16, -, false",
        "0a, 2017-02-17, 2017-02-16, 2017-02-20, false",
        "0a, -, 2017-02-16, -, false",
        "0a, 2017-02-15, -, 2017-02-16, false",
        "01, 2017-02-15, 2017-02-15, 2017-02-16, true",
        "01, 2017-02-14, 2017-02-15, -, false",
      })
  void warnsOfLetterDecidedBeforeTheOneThatItReplaces(
      String idDigits,
      LocalDate decided,
      LocalDate currentlyDecided,
      LocalDate replaced,
      boolean isOlder) {
    Determination letter = new Determination();
    letter.setLetterId(idDigits.repeat(32));
    letter.setHeader(new Header());
    letter.getHeader().setDecisionDate(decided);
    letter.getHeader().setWarnings(List.of());

    LetterAge.warnIfOlder(letter, state(day(currentlyDecided), day(replaced)).comparedDay(letter));

    assertThat(letter.getHeader().getWarnings())
        .extracting(Warning::getCode)
        .containsExactlyElementsOf(isOlder ? List.of(WarningCode.OLDER_THAN_CURRENT) : List.of());
  }

  private CaseState read(byte[] bytes) {
    return serde.deserializer().deserialize("cases", bytes);
  }

  private static int day(LocalDate date) {
    return date == null ? CaseState.NO_DAY : (int) date.toEpochDay();
  }

  private static CaseState state(int decisionDay, int replacedDay) {
    byte[] fingerprint = new byte[DeterminationFingerprint.BYTES];
    Arrays.fill(fingerprint, (byte) 7);
    return new CaseState(
        3, 2, 1_780_000_000_000L, 0x0101010101010101L, decisionDay, replacedDay, fingerprint);
  }
}
