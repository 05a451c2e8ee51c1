package org.openimr.tools.generator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.model.CaseSummary;
import org.openimr.parser.letter.model.DisputedRequest;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.parser.letter.model.ReviewerCredentials;
import org.openimr.tools.generator.model.GeneratedLetter;
import org.openimr.tools.generator.model.LabelledBasis;
import org.openimr.tools.generator.model.LabelledCitation;
import org.openimr.tools.generator.model.LabelledItem;
import org.openimr.tools.generator.model.LetterLabel;

/**
 * Writes labels as JSON with the field names of the events. A long text has its first words, its
 * last words, its word count, and the full {@code text}.
 */
public final class LabelWriter {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int OUTLINE_WORDS = 8;

  private LabelWriter() {}

  /** Formats the label of a letter in UTF-8, with a final line break. */
  public static byte[] toJson(GeneratedLetter letter) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(16_384);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("file", letter.name());
      writeFields(json, letter.label());
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Writes the fields of a label into an object that the caller starts and ends. */
  public static void writeFields(JsonGenerator json, LetterLabel label) throws IOException {
    json.writeStringField("layout", label.layout().name());
    header(json, label.header());
    reviewer(json, label.reviewer());
    summary(json, label.clinicalSummary());
    json.writeArrayFieldStart("decisions");
    for (int i = 0; i < label.items().size(); i++) {
      item(json, i + 1, label.items().get(i));
    }
    json.writeEndArray();
  }

  private static void header(JsonGenerator json, LetterHeader header) throws IOException {
    json.writeObjectFieldStart("header");
    text(json, "caseNumber", header.caseNumber());
    date(json, "dateAssigned", header.dateAssigned());
    date(json, "dateOfInjury", header.dateOfInjury());
    date(json, "decisionDate", header.decisionDate());
    date(json, "urDenialDate", header.urDenialDate());
    text(json, "priority", header.priority().map(Enum::name));
    date(json, "applicationReceived", header.applicationReceived());
    json.writeEndObject();
  }

  private static void reviewer(JsonGenerator json, ReviewerCredentials reviewer)
      throws IOException {
    json.writeObjectFieldStart("reviewer");
    texts(json, "specialties", reviewer.specialties());
    texts(json, "subspecialties", reviewer.subspecialties());
    texts(json, "licensedStates", reviewer.licensedStates());
    json.writeEndObject();
  }

  private static void summary(JsonGenerator json, CaseSummary summary) throws IOException {
    json.writeObjectFieldStart("clinicalSummary");
    longText(json, summary.text());
    if (summary.patientAge().isPresent()) {
      json.writeNumberField("patientAge", summary.patientAge().get());
    } else {
      json.writeNullField("patientAge");
    }
    if (summary.patientSex().isPresent()) {
      json.writeStringField("patientSex", summary.patientSex().get().name());
    }
    json.writeEndObject();
  }

  private static void item(JsonGenerator json, int number, LabelledItem item) throws IOException {
    json.writeStartObject();
    json.writeNumberField("itemNumber", number);
    json.writeObjectFieldStart("request");
    DisputedRequest request = item.request();
    json.writeStringField("text", request.text());
    if (request.original().isPresent()) {
      text(json, "original", request.original());
      text(json, "authorized", request.authorized());
      json.writeStringField("disputed", request.disputed());
    }
    json.writeEndObject();
    json.writeStringField("outcome", item.outcome().name());
    basis(json, "claimsAdministratorBasis", item.claimsAdministratorBasis());
    basis(json, "reviewerBasis", item.reviewerBasis());
    json.writeObjectFieldStart("rationale");
    longText(json, item.rationale());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void basis(JsonGenerator json, String name, LabelledBasis basis)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("statement", basis.statement());
    json.writeStringField("kind", basis.kind().name());
    json.writeArrayFieldStart("citations");
    for (LabelledCitation citation : basis.citations()) {
      citation(json, citation);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void citation(JsonGenerator json, LabelledCitation citation) throws IOException {
    json.writeStartObject();
    json.writeStringField("authority", citation.authority().name());
    json.writeStringField("text", citation.text());
    if (citation.chapters().isPresent()) {
      texts(json, "chapters", citation.chapters().get());
    }
    if (citation.document().isPresent()) {
      text(json, "document", citation.document());
      text(json, "edition", citation.edition());
      texts(json, "sections", citation.sections());
      json.writeArrayFieldStart("pages");
      for (var pages : citation.pages()) {
        json.writeStartObject();
        json.writeNumberField("first", pages.first());
        json.writeNumberField("last", pages.last());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void longText(JsonGenerator json, String text) throws IOException {
    int words = 1;
    int firstEnd = text.length();
    for (int i = 0; i < text.length(); i++) {
      if (startsGap(text, i) && words++ == OUTLINE_WORDS) {
        firstEnd = i;
      }
    }
    int lastStart = text.length();
    for (int left = OUTLINE_WORDS;
        left > 0 && lastStart > 0;
        left -= startsGap(text, lastStart) ? 1 : 0) {
      lastStart--;
    }
    json.writeStringField("firstWords", words(text.substring(0, firstEnd)));
    json.writeStringField("lastWords", words(text.substring(lastStart)));
    json.writeNumberField("words", words);
    json.writeStringField("text", text);
  }

  private static boolean startsGap(String text, int index) {
    return index < text.length() && text.charAt(index) <= ' ' && text.charAt(index - 1) > ' ';
  }

  /** Separates words by a single space. */
  private static String words(String text) {
    return text.replace("\n\n", " ").strip();
  }

  private static void text(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  private static void date(JsonGenerator json, String name, Optional<LocalDate> date)
      throws IOException {
    text(json, name, date.map(LocalDate::toString));
  }

  private static void texts(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
