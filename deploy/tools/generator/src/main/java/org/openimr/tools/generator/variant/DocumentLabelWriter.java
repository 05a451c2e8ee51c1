package org.openimr.tools.generator.variant;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.tools.generator.LabelWriter;
import org.openimr.tools.generator.model.GeneratedLetter;

/** Writes the labels of a document as JSON: its variants, and the label of each letter in order. */
public final class DocumentLabelWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private DocumentLabelWriter() {}

  /** Formats the labels of a document in UTF-8, with a final line break. */
  public static byte[] toJson(GeneratedDocument document) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(32_768);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("file", document.name());
      json.writeArrayFieldStart("variants");
      for (DocumentVariant variant : document.variants()) {
        json.writeString(variant.name());
      }
      json.writeEndArray();
      json.writeBooleanField("mustBeRight", document.mustBeRight());
      json.writeBooleanField("ignoreCase", document.ignoresCase());
      json.writeArrayFieldStart("letters");
      for (GeneratedLetter letter : document.letters()) {
        letter(json, letter);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void letter(JsonGenerator json, GeneratedLetter letter) throws IOException {
    json.writeStartObject();
    LabelWriter.writeFields(json, letter.label());
    json.writeArrayFieldStart("warnings");
    for (ParseWarning.Code code : PlainLetterWarnings.of(letter)) {
      if (mayBeOfCleanLetter(code)) {
        json.writeString(code.name());
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Whether a generated letter can deserve a warning before any variant is applied to it. */
  private static boolean mayBeOfCleanLetter(ParseWarning.Code code) {
    return switch (code) {
      case DATE_INVALID,
          DATE_ORDER,
          HEADER_MISSING,
          FIELD_MISSING,
          AGE_AMBIGUOUS,
          CITATION_UNRESOLVED,
          RATIONALE_CONTRADICTS_DECISION ->
          true;
      case FIELD_CORRECTED,
          FIELD_INVALID,
          TEXT_EXCLUDED,
          TEXT_DOUBTFUL,
          TEXT_INCOMPLETE,
          CONCLUSION_MISSING,
          PAGES_MISSING,
          PAGES_REPEATED ->
          false;
    };
  }
}
