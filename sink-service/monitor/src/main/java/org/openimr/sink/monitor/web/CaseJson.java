package org.openimr.sink.monitor.web;

import com.fasterxml.jackson.core.JsonProcessingException;
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
    return read(AvroJsonFormatter.compact(determination));
  }

  /** The determination without clinical fields. */
  static ObjectNode withoutClinicalText(Determination determination) {
    return read(AvroJsonFormatter.withoutClinicalFields(determination));
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

  private static ObjectNode read(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
