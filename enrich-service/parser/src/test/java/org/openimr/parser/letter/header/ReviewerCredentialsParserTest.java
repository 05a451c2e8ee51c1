package org.openimr.parser.letter.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.parser.letter.model.ReviewerCredentials;
import org.openimr.parser.letter.text.NormalizedLetter;

class ReviewerCredentialsParserTest {

  static Stream<Arguments> sections() {
    return Stream.of(
        Arguments.of(
            """
            State(s) of Licensure: California,North Carolina
            Certification(s)/Specialty: Family Practice
            """,
            reviewer(List.of("Family Practice"), List.of(), "California", "North Carolina")),
        Arguments.of(
            """
            State(s) of Licensure: Ohio , Texas
            Certification(s)/Specialty: Preventive Medicine,Occupational Medicine, Public Health &
            General Preventive Medicine
            """,
            reviewer(
                List.of(
                    "Preventive Medicine",
                    "Occupational Medicine",
                    "Public Health & General Preventive Medicine"),
                List.of(),
                "Ohio",
                "Texas")),
        Arguments.of(
            """
            State(s) of
            Licensure: Utah

            Certi\ufb01cation(s)/Specialty: Sports Medicinea
            """,
            reviewer(List.of("Sports Medicinea"), List.of(), "Utah")),
        Arguments.of(
            """
            The expert reviewer is Board Certified in Physical Medicine and
            Rehabilitation, has a subspecialty in Interventional Spine and is licensed to practice in
            California. He/she has been in practice.
            """,
            reviewer(
                List.of("Physical Medicine and Rehabilitation"),
                List.of("Interventional Spine"),
                "California")),
        Arguments.of(
            """
            The expert reviewer is Board Certified in Internal Medicine and Cardiology, has a
            subspecialty in Sleep Medicine, and is licensed to practice in Maine, Ohio and New York.
            """,
            reviewer(
                List.of("Internal Medicine", "Cardiology"),
                List.of("Sleep Medicine"),
                "Maine",
                "Ohio",
                "New York")),
        Arguments.of(
            "The letter does not describe the reviewer. ", reviewer(List.of(), List.of())));
  }

  private static ReviewerCredentials reviewer(
      List<String> specialties, List<String> sub, String... states) {
    return new ReviewerCredentials(specialties, sub, List.of(states));
  }

  @ParameterizedTest
  @MethodSource("sections")
  void parsesCredentials(String section, ReviewerCredentials reviewer) {
    String text = NormalizedLetter.of(section).text();

    assertThat(ReviewerCredentialsParser.parse(text, 0, text.length())).isEqualTo(reviewer);
  }
}
