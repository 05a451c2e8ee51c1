package org.openimr.cli.deadletters.resolution;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a dead letter stands on its topic; {@code 3-17} for people and as a key. */
public record DeadLetterId(int partition, long offset) {
  @Override
  public String toString() {
    return partition + "-" + offset;
  }

  /** Reads what {@code list} prints. */
  public static final class Converter implements ITypeConverter<DeadLetterId> {
    @Override
    public DeadLetterId convert(String text) {
      int hyphen = text.indexOf('-');
      try {
        return new DeadLetterId(
            Integer.parseInt(text.substring(0, Math.max(0, hyphen))),
            Long.parseLong(text.substring(hyphen + 1)));
      } catch (NumberFormatException e) {
        throw new TypeConversionException("'" + text + "' is no id as list prints it, like 3-17");
      }
    }
  }
}
