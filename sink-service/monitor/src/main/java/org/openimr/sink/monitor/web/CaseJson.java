package org.openimr.sink.monitor.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.openimr.event.Determination;
import org.openimr.schemas.event.AvroJsonFormatter;

/** JSON of determinations. */
final class CaseJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CaseJson() {}

  /** The complete determination, with the field names of its Avro schema. */
  static ObjectNode complete(Determination determination) {
    try {
      return (ObjectNode) JSON.readTree(AvroJsonFormatter.compact(determination));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The determination without rationales, and with the warnings only of the clinical summary, which
   * includes the patient. Warnings never contain text of the letter.
   */
  static ObjectNode withoutClinicalText(Determination determination) {
    ObjectNode json = complete(determination);
    JsonNode warnings = json.path("clinicalSummary").path("warnings");
    json.remove("clinicalSummary");
    if (!warnings.isEmpty()) {
      json.putObject("clinicalSummary").set("warnings", warnings);
    }
    json.withArray("decisions").forEach(decision -> ((ObjectNode) decision).remove("rationale"));
    return json;
  }

  /** An entry of the list of revisions of a case. */
  static ObjectNode revision(Determination determination) {
    ObjectNode json = JSON.createObjectNode();
    json.put("revision", determination.getRevision());
    json.put("letterId", determination.getLetterId());
    json.put("receivedAt", determination.getReceivedAt().toString());
    json.put("parserVersion", determination.getParserVersion());
    json.put("outcome", determination.getHeader().getOutcome().name());
    json.put("itemCount", determination.getHeader().getItemCount());
    json.put("upheldCount", determination.getHeader().getUpheldCount());
    json.put("overturnedCount", determination.getHeader().getOverturnedCount());
    return json;
  }
}
