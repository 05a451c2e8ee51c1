package org.openimr.parser.letter.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameListParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Surgery | Surgery",
        "Maine, Ohio and New York | Maine;Ohio;New York",
        "Maine, Ohio, and Texas | Maine;Ohio;Texas",
        "Internal Medicine and Cardiology | Internal Medicine;Cardiology",
        "Physical Medicine and Rehabilitation | Physical Medicine and Rehabilitation",
        "Obstetrics and Gynecology and Surgery | Obstetrics and Gynecology;Surgery",
        "Allergy and Immunology, Surgery | Allergy and Immunology;Surgery",
        "Surgery, and | Surgery",
        "Texas,, Utah, | Texas;Utah",
      })
  void splitsSentence(String sentence, String names) {
    assertThat(NameListParser.parseSentence(sentence, 0, sentence.length()))
        .containsExactly(names.split(";"));
  }

  @Test
  void keepsAndInCommaSeparatedList() {
    String list = "Family Practice,\nPain Management and Care , ";

    assertThat(NameListParser.parseCommaSeparated(list, 0, list.length()))
        .containsExactly("Family Practice", "Pain Management and Care");
  }

  @Test
  void returnsNoNamesForBlankText() {
    assertThat(NameListParser.parseSentence(" \n", 0, 2)).isEmpty();
    assertThat(NameListParser.parseCommaSeparated("", 0, 0)).isEmpty();
  }
}
