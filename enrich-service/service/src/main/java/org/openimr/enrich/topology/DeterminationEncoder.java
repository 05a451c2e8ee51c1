package org.openimr.enrich.topology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.event.Header;
import org.openimr.event.Summary;

/**
 * Encodes a determination in Avro's binary format once, and cuts the smaller events from it.
 *
 * <p>Avro encodes a record as the concatenation of its fields. Each of the four events consists of
 * the envelope, which is the first {@value #ENVELOPE_FIELDS} fields that all share, followed by the
 * fields of a part of the determination, in the same order (CONTRACT.md). Its bytes are therefore
 * those of the envelope followed by those of the part.
 *
 * <p>Used by one processor; holds one determination at a time.
 */
final class DeterminationEncoder {
  /** Number of shared fields: caseKey, letterId, revision, source, receivedAt, parserVersion. */
  static final int ENVELOPE_FIELDS = 6;

  private static final int INITIAL_BYTES = 16 * 1024;

  private final DatumWriter<SpecificRecord> envelope = envelopeWriter();
  private final DatumWriter<Header> header = writer(Header.getClassSchema());
  private final DatumWriter<Summary> summary = writer(Summary.getClassSchema());
  private final DatumWriter<Decision> decision = writer(Decision.getClassSchema());
  private final Bytes bytes = new Bytes();
  private BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
  private int envelopeEnd;
  private int headerEnd;
  private int summaryEnd;
  private int[] decisionEnds = {};

  /** A byte buffer whose ranges can be copied. */
  private static final class Bytes extends ByteArrayOutputStream {
    Bytes() {
      super(INITIAL_BYTES);
    }

    byte[] joined(byte[] prefix, int head, int from, int to) {
      byte[] joined = Arrays.copyOf(prefix, prefix.length + head + to - from);
      System.arraycopy(buf, 0, joined, prefix.length, head);
      System.arraycopy(buf, from, joined, prefix.length + head, to - from);
      return joined;
    }
  }

  /**
   * Encodes a determination in place of the previous one.
   *
   * @throws SerializationException if it violates its schema; the message contains no values
   */
  void encode(Determination whole) {
    bytes.reset();
    encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
    try {
      envelope.write(whole, encoder);
      envelopeEnd = flushedLength();
      header.write(whole.getHeader(), encoder);
      headerEnd = flushedLength();
      summary.write(whole.getClinicalSummary(), encoder);
      summaryEnd = flushedLength();
      encode(whole.getDecisions());
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "can't encode a determination: " + e.getClass().getSimpleName());
    }
  }

  private void encode(List<Decision> decisions) throws IOException {
    decisionEnds = new int[decisions.size() + 1];
    encoder.writeArrayStart();
    encoder.setItemCount(decisions.size());
    decisionEnds[0] = flushedLength();
    for (int i = 0; i < decisions.size(); i++) {
      encoder.startItem();
      decision.write(decisions.get(i), encoder);
      decisionEnds[i + 1] = flushedLength();
    }
    encoder.writeArrayEnd();
    flushedLength();
  }

  /** Returns the encoded case header, after a prefix. */
  byte[] header(byte[] prefix) {
    return bytes.joined(prefix, envelopeEnd, envelopeEnd, headerEnd);
  }

  /** Returns the encoded clinical summary, after a prefix. */
  byte[] summary(byte[] prefix) {
    return bytes.joined(prefix, envelopeEnd, headerEnd, summaryEnd);
  }

  /**
   * Returns an encoded item decision, after a prefix.
   *
   * @param index index of the decision, from 0
   */
  byte[] decision(byte[] prefix, int index) {
    return bytes.joined(prefix, envelopeEnd, decisionEnds[index], decisionEnds[index + 1]);
  }

  /** Returns the encoded determination, after a prefix. */
  byte[] whole(byte[] prefix) {
    return bytes.joined(prefix, 0, 0, bytes.size());
  }

  private int flushedLength() throws IOException {
    encoder.flush();
    return bytes.size();
  }

  /** Uses the generated encoders of the classes that have one, which are those without dates. */
  private static <T extends SpecificRecord> DatumWriter<T> writer(Schema schema) {
    SpecificData data = new SpecificData();
    SpecificData.getForSchema(schema).getConversions().forEach(data::addLogicalTypeConversion);
    data.setCustomCoders(true);
    return new SpecificDatumWriter<>(schema, data);
  }

  private static DatumWriter<SpecificRecord> envelopeWriter() {
    Schema whole = Determination.getClassSchema();
    List<Schema.Field> shared =
        whole.getFields().subList(0, ENVELOPE_FIELDS).stream()
            .map(field -> new Schema.Field(field, field.schema()))
            .toList();
    return new SpecificDatumWriter<>(
        Schema.createRecord("Envelope", null, whole.getNamespace(), false, shared),
        SpecificData.getForSchema(whole));
  }
}
