package org.openimr.cli.deadletters.resolution;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Partition and offset of a dead letter, written as {@code 3-17}. */
public record DeadLetterId(int partition, long offset) {
  @Override
  public String toString() {
    return partition + "-" + offset;
  }

  /** Parses an id as printed by {@code imr dlq list}. */
  public static final class Converter implements ITypeConverter<DeadLetterId> {
    @Override
    public DeadLetterId convert(String text) {
      int hyphen = text.indexOf('-');
      try {
        return new DeadLetterId(
            Integer.parseInt(text.substring(0, Math.max(0, hyphen))),
            Long.parseLong(text.substring(hyphen + 1)));
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            "'" + text + "' is not an id of a dead letter, such as 3-17");
      }
    }
  }
}
