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
 * A determination in Avro's binary form, encoded once, and the smaller events cut from it.
 *
 * <p>Avro writes a record as its fields one after the other, and nothing else. Each of the four
 * events is the envelope, the first {@value #FIELDS} fields that all share, followed by the own
 * fields of a part of the determination, in the same order (CONTRACT.md): so its bytes are those of
 * the envelope followed by those of the part.
 *
 * <p>Of one processor; holds one determination at a time.
 */
final class DeterminationEncoder {
  /** caseKey, letterId, revision, source, receivedAt, parserVersion. */
  static final int FIELDS = 6;

  private static final int INITIAL_BYTES = 16 * 1024;

  private final DatumWriter<SpecificRecord> envelope = envelopeWriter();
  private final DatumWriter<Header> header = writer(Header.getClassSchema());
  private final DatumWriter<Summary> summary = writer(Summary.getClassSchema());
  private final DatumWriter<Decision> decision = writer(Decision.getClassSchema());
  private final Bytes bytes = new Bytes();
  private BinaryEncoder encoder;
  private int envelopeEnd;
  private int headerEnd;
  private int summaryEnd;
  private int[] decisionEnds = {};

  /** Bytes of which parts can be taken. */
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
   * Takes another determination.
   *
   * @throws SerializationException if it is not of its schema; says nothing of what it holds
   */
  void encode(Determination whole) {
    bytes.reset();
    encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
    try {
      envelope.write(whole, encoder);
      envelopeEnd = end();
      header.write(whole.getHeader(), encoder);
      headerEnd = end();
      summary.write(whole.getClinicalSummary(), encoder);
      summaryEnd = end();
      encode(whole.getDecisions());
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "a determination can't be written: " + e.getClass().getSimpleName());
    }
  }

  private void encode(List<Decision> decisions) throws IOException {
    decisionEnds = new int[decisions.size() + 1];
    encoder.writeArrayStart();
    encoder.setItemCount(decisions.size());
    decisionEnds[0] = end();
    for (int i = 0; i < decisions.size(); i++) {
      encoder.startItem();
      decision.write(decisions.get(i), encoder);
      decisionEnds[i + 1] = end();
    }
    encoder.writeArrayEnd();
    end();
  }

  /** Its case header, after a prefix. */
  byte[] header(byte[] prefix) {
    return bytes.joined(prefix, envelopeEnd, envelopeEnd, headerEnd);
  }

  /** Its clinical summary, after a prefix. */
  byte[] summary(byte[] prefix) {
    return bytes.joined(prefix, envelopeEnd, headerEnd, summaryEnd);
  }

  /**
   * One of its item decisions, after a prefix.
   *
   * @param index from 0
   */
  byte[] decision(byte[] prefix, int index) {
    return bytes.joined(prefix, envelopeEnd, decisionEnds[index], decisionEnds[index + 1]);
  }

  /** All of it, after a prefix. */
  byte[] whole(byte[] prefix) {
    return bytes.joined(prefix, 0, 0, bytes.size());
  }

  private int end() throws IOException {
    encoder.flush();
    return bytes.size();
  }

  /** Lets those of the generated classes write themselves that can: all that hold no date. */
  private static <T extends SpecificRecord> DatumWriter<T> writer(Schema schema) {
    SpecificData own = new SpecificData();
    SpecificData.getForSchema(schema).getConversions().forEach(own::addLogicalTypeConversion);
    own.setCustomCoders(true);
    return new SpecificDatumWriter<>(schema, own);
  }

  private static DatumWriter<SpecificRecord> envelopeWriter() {
    Schema whole = Determination.getClassSchema();
    List<Schema.Field> shared =
        whole.getFields().subList(0, FIELDS).stream()
            .map(field -> new Schema.Field(field, field.schema()))
            .toList();
    return new SpecificDatumWriter<>(
        Schema.createRecord("Envelope", null, whole.getNamespace(), false, shared),
        SpecificData.getForSchema(whole));
  }
}
