package org.openimr.sink.monitor.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Stores the code of each settled dead letter, which an operator replayed or discarded. */
final class ResolutionProcessor implements Processor<String, byte[], Void, Void> {
  private static final JsonMapper JSON = new JsonMapper();

  private KeyValueStore<String, String> settled;

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.settled = context.getStateStore(StatisticsTopology.RESOLVED);
  }

  @Override
  public void process(Record<String, byte[]> settlement) {
    if (settlement.key() == null) {
      return;
    }
    settled.put(settlement.key(), settlement.value() == null ? null : code(settlement.value()));
  }

  private static String code(byte[] settlement) {
    try {
      return JSON.readTree(settlement).path("code").asText();
    } catch (JsonProcessingException e) {
      return "";
    } catch (IOException e) {
      throw new IllegalStateException("cannot read bytes in memory", e);
    }
  }
}
