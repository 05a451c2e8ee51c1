package org.openimr.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;
import org.openimr.event.Determination;
import org.openimr.event.Header;
import org.openimr.event.LetterReceived;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.EventSerdes;

/**
 * An {@code OutOfMemoryError} stops the process instead of rejecting the letter that happens to be
 * processed.
 */
class VirtualMachineErrorTest {
  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "mock://virtual-machine-error");

  @Test
  void interpreterDoesNotRejectLetterWhenOutOfMemory() {
    LetterInterpreter interpreter = LetterInterpreter.standard();

    assertThatThrownBy(() -> interpreter.interpret(letterThrowing(new OutOfMemoryError())))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void interpreterRejectsLetterThatOverflowsStack() {
    LetterInterpreter interpreter = LetterInterpreter.standard();

    assertThat(interpreter.interpret(letterThrowing(new StackOverflowError())))
        .isInstanceOfSatisfying(
            LetterInterpreter.Rejected.class,
            rejected ->
                assertThat(rejected.reason().code()).isEqualTo(DeadLetterReason.Code.INTERNAL));
  }

  @Test
  void caseUpdateDoesNotRejectDeterminationWhenOutOfMemory() {
    Determination determination =
        new Determination() {
          @Override
          public Header getHeader() {
            throw new OutOfMemoryError();
          }
        };
    DeterminationRecordFactory events = new DeterminationRecordFactory(EventSerdes.of(REGISTRY));

    assertThatThrownBy(
            () -> CaseUpdate.of(determination, CaseHistory.EMPTY, LetterDelivery.NEW, events))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void decoderDoesNotRejectRecordWhenOutOfMemory() {
    Deserializer<LetterReceived> exhausted =
        (topic, bytes) -> {
          throw new OutOfMemoryError();
        };

    assertThatThrownBy(() -> new LetterDecoder(exhausted).decode(new byte[9]))
        .isInstanceOf(OutOfMemoryError.class);
  }

  private static LetterReceived letterThrowing(Error error) {
    return new LetterReceived() {
      @Override
      public String getText() {
        throw error;
      }
    };
  }
}
