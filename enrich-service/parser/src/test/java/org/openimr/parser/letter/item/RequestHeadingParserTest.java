package org.openimr.parser.letter.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.model.DisputedRequest;

class RequestHeadingParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Massage x12 was the original request. Massage x4 was authorized by the Claims"
            + " Administrator. The remaining IMR eligible portion of the original request, Massage"
            + " x8 is | Massage x12 | Massage x4 | Massage x8",
        "Massage x12 was the original request. Massage x4 was authorized by the Claims"
            + " Administrator. The remaining IMR eligible portion of the original request, Massage"
            + " x8 | Massage x12 | Massage x4 | Massage x8",
        "Cane 1.5 kg was the original request. The Claims Administrator authorized a cane of 1 kg,"
            + " leaving the original request IMR eligible. The original request, Cane 1.5 kg is"
            + " | Cane 1.5 kg | a cane of 1 kg | Cane 1.5 kg",
        "Tablets, 30 were the original request. Tablets, 10 were authorized by the Claims"
            + " Administrator. The remaining IMR eligible portion of the original request, Tablets,"
            + " 20 | Tablets, 30 | Tablets, 10 | Tablets, 20",
        "Cane was the original request, Stick was authorized by the Claims Administrator. The"
            + " remaining IMR eligible portion of the original request, Cane | Cane | Stick | Cane",
      })
  void splitsPartiallyApprovedRequest(
      String heading, String original, String authorized, String disputed) {
    DisputedRequest request = RequestHeadingParser.parse(heading);

    assertThat(request.original()).contains(original);
    assertThat(request.authorized()).contains(authorized);
    assertThat(request.disputed()).isEqualTo(disputed);
    assertThat(request.text()).doesNotEndWith(" is");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Massage x12",
        "Review of what the Claims Administrator authorized",
        "Copies of the original request"
      })
  void treatsOtherHeadingsAsDisputed(String heading) {
    DisputedRequest request = RequestHeadingParser.parse(heading);

    assertThat(request.original()).isEmpty();
    assertThat(request.authorized()).isEmpty();
    assertThat(request.disputed()).isEqualTo(heading);
    assertThat(request.text()).isEqualTo(heading);
  }
}
